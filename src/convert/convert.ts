/**
 * Converts a pattern between the languages of Alibaba Cloud and Amazon EventBridge. One of the resulting patterns matches an event exactly
 * when the pattern matches its counterpart, for events in their usual form: numbers and addresses in their shortest spelling, no number closer than 1e-7 to
 * another one in the pattern without being equal, content (`data`, `detail`) and `source` present, no names with dots, no
 * repeated names, arrays of one plain value at least, and no object where the pattern has a field.
 */
import { type Field, type Pattern, type PatternInput, printCondition } from '../index.ts';
import { type JsonNode, readJson } from '../json.ts';
import { alternativesOf, formulaOf } from '../pattern/formula.ts';
import { type Alternative, merged } from './alternatives.ts';
import { matcherFor } from './arguments.ts';
import { isSaid } from './condition.ts';
import { pathIn, type Side } from './names.ts';
import { toAliyun } from './to-aliyun.ts';
import { toAws } from './to-aws.ts';
import { treeOf } from './tree.ts';

/** What cannot be said in the other language. */
export interface Unsaid {
  /** RFC 6901, into the pattern. */
  readonly pointer: string;
  /** Why, in one sentence. */
  readonly message: string;
}

/** A pattern in the other language, or what cannot be said there. */
export interface Conversion {
  /** JSON, of which one must match: several where `$or` leaves alternatives and the other language has none; empty when something cannot be said. */
  readonly texts: readonly string[];
  /** Empty when the pattern was converted. */
  readonly unsaid: readonly Unsaid[];
}

/** A conversion with what each field becomes. */
export interface FieldwiseConversion extends Conversion {
  /** Those that count: a field that a later one replaces is none of them. Empty when something cannot be said. */
  readonly fields: readonly FieldConversion[];
}

/** A field and what it becomes. */
export interface FieldConversion {
  readonly field: Field;
  /** The names on the way to it in an event of its own language. */
  readonly path: readonly string[];
  /** As written. */
  readonly conditions: readonly JsonNode[];
  /** The names on the way to it in the other language. */
  readonly otherPath: readonly string[];
  /** The texts of its conditions in the other language. */
  readonly said: readonly string[];
}

/**
 * Writes a pattern in the other of the two languages.
 * @throws PatternError for a pattern with errors
 * @throws TypeError for a pattern of another dialect, and for wrong arguments
 */
export function convertPattern(pattern: PatternInput, to: Side): Conversion {
  const { texts, unsaid } = convertFields(matcherFor(pattern, to, 'convertPattern').pattern, to);
  return { texts, unsaid };
}

export function convertFields(pattern: Pattern, to: Side): FieldwiseConversion {
  const unsaid: Unsaid[] = [];
  const alternatives = alternativesOf(formulaOf(pattern.fields), (field) => [field.path.join('.'), field] as const);
  const used = new Set(alternatives.flatMap((alternative) => [...alternative.values()]));
  const fields = new Map(
    pattern.fields.filter((field) => used.has(field)).map((field) => [field, converted(field, to, unsaid)]),
  );
  if (unsaid.length > 0) return { texts: [], unsaid, fields: [] };
  const left = merged(
    // In source order: a field that replaces another one stands behind it.
    alternatives.map((alternative): Alternative => {
      const own = new Set(alternative.values());
      return [...fields]
        .filter(([field]) => own.has(field))
        .map(([, { otherPath, said }]) => ({ path: otherPath, conditions: said }));
    }),
  );
  // Amazon refuses an empty pattern, and each of its events has a source.
  const everything: Alternative = to === 'aws' ? [{ path: ['source'], conditions: ['{"exists":true}'] }] : [];
  const texts = new Set<string>();
  for (const alternative of left) {
    const tree = treeOf(alternative.length === 0 ? everything : alternative);
    if (typeof tree !== 'string') {
      const message = `\`${tree.path.join('.')}\` is a field and has fields below it, which cannot be said there`;
      return { texts: [], unsaid: [{ pointer: '', message }], fields: [] };
    }
    texts.add(tree);
  }
  return { texts: [...texts], unsaid: [], fields: [...fields.values()] };
}

function converted(field: Field, to: Side, unsaid: Unsaid[]): FieldConversion {
  // Amazon joins names, so that a dot is a step.
  const path = to === 'aws' ? field.path : field.path.flatMap((name) => name.split('.'));
  const otherPath = pathIn(to, path);
  if ('unsaid' in otherPath) unsaid.push({ pointer: field.pointer, message: otherPath.unsaid });
  const conditions: JsonNode[] = [];
  const said: string[] = [];
  for (const condition of field.conditions) {
    const { node } = readJson(printCondition(condition));
    if (node === undefined) continue;
    conditions.push(node);
    const own = to === 'aws' ? toAws(node) : toAliyun(node);
    if (isSaid(own)) for (const one of own) said.push(one);
    else unsaid.push({ pointer: condition.pointer, message: own.unsaid });
  }
  return { field, path, conditions, otherPath: 'unsaid' in otherPath ? [] : otherPath, said: [...new Set(said)] };
}
