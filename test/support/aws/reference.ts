/**
 * The judge of the dialect `aws`: a slow and obvious interpreter of the definition of its language, with which every strategy of the engine
 * must agree. It must never import from the engine.
 */
import { isScalar, type Json, readJson } from '../json.ts';
import { type Condition, oneHolds } from './conditions.ts';
import { type Alternative, readAlternatives } from './reading.ts';

export function awsAccepts(pattern: string): boolean {
  return alternativesFor(pattern) !== undefined;
}

/**
 * Whether the event matches the pattern, which must be an accepted one. Throws a SyntaxError if the event is not JSON and a TypeError if it
 * is not an object.
 */
export function awsMatches(patternText: string, eventText: string): boolean {
  const event = readJson(eventText);
  if (event.kind !== 'object') throw new TypeError('an event is a JSON object');
  const alternatives = alternativesFor(patternText);
  if (alternatives === undefined) throw new TypeError(`not an accepted pattern: ${patternText}`);
  const steps = stepsOf(alternatives.flatMap((alternative) => [...alternative.keys()]));
  return alternatives.some((alternative) => alternativeHolds(alternative, event, steps));
}

/** Most callers try one pattern with many events. */
let last: { readonly text: string; readonly alternatives: readonly Alternative[] | undefined } | undefined;

function alternativesFor(text: string): readonly Alternative[] | undefined {
  if (last?.text !== text) last = { text, alternatives: readAlternatives(text) };
  return last.alternatives;
}

/** The index of an element for each array that was entered on the way, by the array. */
type Where = ReadonlyMap<Json, number>;

/** A scalar of the event, and the elements that contain it. */
interface Value {
  readonly scalar: Json;
  readonly where: Where;
}

type Values = ReadonlyMap<string, readonly Value[]>;

/** `steps`: the names in the paths of the whole pattern; members of other names are not entered. */
export function alternativeHolds(
  alternative: Alternative,
  event: Json,
  steps: ReadonlySet<string> = stepsOf(alternative.keys()),
): boolean {
  const values = valuesOf(event, steps);
  // JavaScript compares strings by UTF-16 code units.
  const fields = [...alternative].sort(([a], [b]) => (a < b ? -1 : 1));
  return canChoose(fields, values, new Map());
}

/** Whether a value, or its absence, can be chosen for each field, so that all are consistent with each other and with those before. */
function canChoose(
  fields: readonly (readonly [path: string, conditions: readonly Condition[]])[],
  values: Values,
  chosen: Where,
): boolean {
  const [field, ...others] = fields;
  if (field === undefined) return true;
  const [path, conditions] = field;
  const possible = (values.get(path) ?? []).filter(({ where }) => isConsistent(where, chosen));
  if (possible.length === 0) return oneHolds(conditions, undefined) && canChoose(others, values, chosen);
  const held = possible.filter(({ scalar }) => oneHolds(conditions, scalar));
  return held.some(({ where }) => canChoose(others, values, new Map([...chosen, ...where])));
}

function isConsistent(where: Where, chosen: Where): boolean {
  return [...where].every(([array, index]) => (chosen.get(array) ?? index) === index);
}

function stepsOf(paths: Iterable<string>): ReadonlySet<string> {
  return new Set([...paths].flatMap(split));
}

/** The names between the dots, as Java splits: it drops empty ones at the end, so that of `.` nothing is left. */
function split(path: string): string[] {
  const names = path.split('.');
  return path === '' ? names : names.slice(0, names.findLastIndex((name) => name !== '') + 1);
}

/** All scalars of the event, by the text of their path. */
function valuesOf(event: Json, steps: ReadonlySet<string>): Values {
  const found = new Map<string, Value[]>();
  visit(event, undefined, new Map());
  return found;

  function visit(node: Json, path: string | undefined, where: Where): void {
    if (node.kind === 'object') {
      for (const [name, value] of node.members) {
        if (split(name).every((step) => steps.has(step))) {
          visit(value, path === undefined ? name : `${path}.${name}`, where);
        }
      }
    } else if (node.kind === 'array') {
      // The same node may stand in several places, when a text was read before: a copy stands for this one.
      const array: Json = { ...node };
      for (const [index, item] of node.items.entries()) {
        visit(item, path, isScalar(item) ? where : new Map([...where, [array, index]]));
      }
    } else {
      const own = path ?? '';
      found.set(own, [...(found.get(own) ?? []), { scalar: node, where }]);
    }
  }
}
