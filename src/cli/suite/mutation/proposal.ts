/** A test that would notice a mutant: an event of the suite with one member changed where that is enough, else one of its own. */
import { type JsonNode, type JsonObjectNode, type Matcher, pointerTo, printJson, readJson } from '../../../index.ts';
import { memberAt } from '../../read/document.ts';
import { spaced } from '../../render/json-text.ts';
import { merge, remove } from '../edit.ts';
import type { Exercise } from '../exercise.ts';

/** The members of a test, those that are JSON as text. */
export interface Proposal {
  /** The suite to put it in. */
  readonly suite: string;
  readonly name: string;
  readonly with?: string;
  readonly remove?: readonly string[];
  /** Where the suite's base does not do. */
  readonly own?: string;
  /** What the test shows to the pattern. */
  readonly event: string;
  /** What the original says. */
  readonly match: boolean;
}

export interface Difference {
  readonly original: Matcher;
  readonly mutant: Matcher;
  /** Which field of the original was changed. */
  readonly field: number;
  /** An event of which the two say different things. */
  readonly witness: string;
  readonly exercises: readonly Exercise[];
}

/** Of so many events of the suite one is looked for that needs one change. */
const TRIED = 100;

export function propose(difference: Difference): Proposal {
  const { original, field, witness, exercises } = difference;
  const path = original.explain('{}').fields[field]?.path ?? [];
  const value = memberAt(nodeOf(witness), path);
  return (
    fromBases(difference, path, value) ??
    fromEvents(difference, path, value) ?? {
      ...named(difference, path, value, 'an event with '),
      suite: exercises[0]?.suite ?? '',
      own: witness,
      event: witness,
      match: original.matchesJson(witness),
    }
  );
}

/** Fields are independent, so the witness's value mostly tells the two apart in any event that the others hold for. */
function fromBases(difference: Difference, path: readonly string[], value: JsonNode | undefined): Proposal | undefined {
  for (const { base, suite } of difference.exercises) {
    if (base === undefined) continue;
    const node = nodeOf(base);
    const event = changed(node, path, value);
    if (!tellsApart(difference, event)) continue;
    const change =
      value !== undefined
        ? { with: printJson(nested(path, value)) }
        : memberAt(node, path) === undefined
          ? {}
          : { remove: [pointerTo(path)] };
    return {
      ...named(difference, path, value),
      ...change,
      suite,
      event,
      match: difference.original.matchesJson(event),
    };
  }
  return undefined;
}

function fromEvents(
  difference: Difference,
  path: readonly string[],
  value: JsonNode | undefined,
): Proposal | undefined {
  const events = difference.exercises.flatMap(({ shown, suite }) => shown.map((one) => ({ ...one, suite })));
  for (const { event: before, suite } of events.filter(({ match }) => match).slice(0, TRIED)) {
    const event = changed(nodeOf(before), path, value);
    if (!tellsApart(difference, event)) continue;
    const match = difference.original.matchesJson(event);
    return { ...named(difference, path, value, 'an event with '), suite, own: event, event, match };
  }
  return undefined;
}

function tellsApart({ original, mutant }: Difference, event: string): boolean {
  return original.matchesJson(event) !== mutant.matchesJson(event);
}

function nodeOf(event: string): JsonNode {
  return readJson(event).node as JsonNode;
}

/** As a suite changes its base; an event that has nothing to take away is left as it is. */
function changed(event: JsonNode, path: readonly string[], value: JsonNode | undefined): string {
  if (value !== undefined) return printJson(merge(event, nested(path, value)));
  return printJson(remove(event, pointerTo(path)) ?? event);
}

const NOWHERE = { start: 0, end: 0 };

function nested(path: readonly string[], value: JsonNode): JsonObjectNode {
  const member = (name: string, node: JsonNode): JsonObjectNode => ({
    kind: 'object',
    range: NOWHERE,
    members: [{ name, nameRange: NOWHERE, value: node }],
  });
  return path.reduceRight<JsonNode>((node, name) => member(name, node), value) as JsonObjectNode;
}

const LONG = 50;

/** A sentence that is no other test's of the suites. */
function named(
  { exercises }: Difference,
  path: readonly string[],
  value: JsonNode | undefined,
  before = '',
): Pick<Proposal, 'name'> {
  const text = value === undefined ? 'missing' : spaced(printJson(value));
  const is = before === '' ? ' is' : '';
  const sentence = `${before}${pointerTo(path)}${is} ${text.length > LONG ? `${text.slice(0, LONG)}…` : text}`;
  const taken = new Set(exercises.flatMap(({ shown }) => shown.map(({ test }) => test)));
  let name = sentence;
  for (let i = 2; taken.has(name); i++) name = `${sentence} (${i})`;
  return { name };
}
