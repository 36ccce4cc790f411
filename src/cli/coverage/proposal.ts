/** Proposes a test that fails for a mutant: an event of the suite with one member changed, or else a new event. */
import { type JsonNode, type JsonObjectNode, type Matcher, pointerTo } from '../../index.ts';
import { printJson, readJson } from '../../json.ts';
import { changesBetween } from '../../suite/changes.ts';
import { merge, remove } from '../../suite/edit.ts';
import { spaced } from '../../suite/json-text.ts';
import type { SuiteEvents } from '../suite/suite-events.ts';
import { memberAt } from '../syntax/document.ts';

/** The members of a test; JSON members as text. */
export interface Proposal {
  /** The suite for the test. */
  readonly suite: string;
  readonly name: string;
  readonly with?: string;
  readonly remove?: readonly string[];
  /** An own event, when the base of the suite does not suffice. */
  readonly own?: string;
  /** The event that the pattern is tested with. */
  readonly event: string;
  /** The verdict of the original. */
  readonly match: boolean;
  /** In a routing suite, in place of `match`: the ids of all patterns that the event reaches. */
  readonly routes?: readonly string[];
}

export interface DistinguishedMutant {
  readonly original: Matcher;
  readonly mutant: Matcher;
  /** The changed field of the original. */
  readonly field: number;
  /** An event for which the two have different verdicts. */
  readonly witness: string;
  readonly bySuite: readonly SuiteEvents[];
  readonly names: TestNames;
}

/** The number of events of the suite that are tried with one change. */
const TRIED = 100;

export function propose(difference: DistinguishedMutant): Proposal {
  const { original, field, witness, bySuite } = difference;
  const [first] = bySuite;
  const path = original.explain('{}').fields[field]?.path ?? [];
  const value = memberAt(nodeOf(witness), path);
  return (
    fromBases(difference, path, value) ??
    fromEvents(difference, path, value) ?? {
      ...told(difference, first, witness),
      name: named(difference, first, { path, value, before: 'an event with ' }),
      ...eventOf(first, witness),
    }
  );
}

/** Fields are independent, so the witness's value usually distinguishes the two in any event for which the other fields hold. */
function fromBases(
  difference: DistinguishedMutant,
  path: readonly string[],
  value: JsonNode | undefined,
): Proposal | undefined {
  for (const ofSuite of difference.bySuite) {
    const { base } = ofSuite;
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
      ...told(difference, ofSuite, event),
      name: named(difference, ofSuite, { path, value }),
      ...change,
    };
  }
  return undefined;
}

function fromEvents(
  difference: DistinguishedMutant,
  path: readonly string[],
  value: JsonNode | undefined,
): Proposal | undefined {
  const events = difference.bySuite.flatMap((ofSuite) => ofSuite.shown.map((one) => ({ ...one, ofSuite })));
  for (const { event: before, ofSuite } of events.filter(({ match }) => match).slice(0, TRIED)) {
    const event = changed(nodeOf(before), path, value);
    if (!tellsApart(difference, event)) continue;
    const name = named(difference, ofSuite, { path, value, before: 'an event with ' });
    return { ...told(difference, ofSuite, event), name, ...eventOf(ofSuite, event) };
  }
  return undefined;
}

/** As changes to the base of the suite when that is shorter. */
function eventOf(ofSuite: SuiteEvents | undefined, event: string): Pick<Proposal, 'with' | 'remove' | 'own'> {
  const changes = ofSuite?.base === undefined ? undefined : changesBetween(ofSuite.base, event);
  return changes === undefined || JSON.stringify(changes).length > event.length ? { own: event } : changes;
}

function tellsApart({ original, mutant }: DistinguishedMutant, event: string): boolean {
  return original.matchesJson(event) !== mutant.matchesJson(event);
}

function nodeOf(event: string): JsonNode {
  return readJson(event).node as JsonNode;
}

/** As a suite changes its base; undefined members are removed. */
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

/** The verdict of the original, and in a routing suite the verdicts of all patterns, on the event. */
function told(
  { original }: DistinguishedMutant,
  ofSuite: SuiteEvents | undefined,
  event: string,
): Pick<Proposal, 'suite' | 'event' | 'match' | 'routes'> {
  const verdict = { suite: ofSuite?.suite ?? '', event, match: original.matchesJson(event) };
  return ofSuite?.routes === undefined ? verdict : { ...verdict, routes: ofSuite.routes(event) };
}

interface Said {
  readonly path: readonly string[];
  readonly value: JsonNode | undefined;
  readonly before?: string;
}

function named(
  { names }: DistinguishedMutant,
  ofSuite: SuiteEvents | undefined,
  { path, value, before = '' }: Said,
): string {
  const text = value === undefined ? 'missing' : spaced(printJson(value));
  const is = before === '' ? ' is' : '';
  const sentence = `${before}${pointerTo(path)}${is} ${text.length > LONG ? `${text.slice(0, LONG)}…` : text}`;
  return ofSuite === undefined ? sentence : names.free(sentence, ofSuite);
}

/** Names of the proposals of one run: unique in a suite, also across the patterns of a routing suite. */
export class TestNames {
  private readonly suites = new Map<string, Set<string>>();

  /** The sentence, followed by a number when some test has it already. */
  free(sentence: string, { suite, names }: Pick<SuiteEvents, 'suite' | 'names'>): string {
    const taken = this.suites.get(suite) ?? new Set(names);
    this.suites.set(suite, taken);
    let name = sentence;
    for (let i = 2; taken.has(name); i++) name = `${sentence} (${i})`;
    taken.add(name);
    return name;
  }
}
