/**
 * Converts a pattern between the languages of Alibaba Cloud and Amazon EventBridge. One of the resulting patterns matches an event exactly
 * when the pattern matches its counterpart, for events in their usual form: numbers and addresses in their shortest spelling, no number closer than 1e-7 to
 * another one in the pattern without being equal, content (`data`, `detail`) and `source` present, no names with dots, no
 * repeated names, arrays of one plain value at least, and no object where the pattern has a field.
 */
import { type Field, type Pattern, printCondition } from '../index.ts';
import { readJson } from '../json.ts';
import { alternativesOf, formulaOf } from '../pattern/formula.ts';
import { type Alternative, merged } from './alternatives.ts';
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

export interface Conversion {
  /** JSON, of which one must match: several where `$or` leaves alternatives and the other language has none; empty when something cannot be said. */
  readonly texts: readonly string[];
  readonly unsaid: readonly Unsaid[];
}

/** A pattern of the other of the two languages. */
export function convertPattern(pattern: Pattern, to: Side): Conversion {
  const unsaid: Unsaid[] = [];
  const alternatives = alternativesOf(formulaOf(pattern.fields), (field) => [field.path.join('.'), field] as const);
  const used = new Set(alternatives.flatMap((alternative) => [...alternative.values()]));
  const fields = new Map(
    pattern.fields.filter((field) => used.has(field)).map((field) => [field, converted(field, to, unsaid)]),
  );
  if (unsaid.length > 0) return { texts: [], unsaid };
  const left = merged(
    // In source order: a field that replaces another one stands behind it.
    alternatives.map((alternative): Alternative => {
      const own = new Set(alternative.values());
      return [...fields].filter(([field]) => own.has(field)).map(([, field]) => field);
    }),
  );
  // Amazon refuses an empty pattern, and each of its events has a source.
  const everything: Alternative = to === 'aws' ? [{ path: ['source'], conditions: ['{"exists":true}'] }] : [];
  const texts = new Set<string>();
  for (const alternative of left) {
    const tree = treeOf(alternative.length === 0 ? everything : alternative);
    if (typeof tree !== 'string') {
      const message = `\`${tree.path.join('.')}\` is a field and has fields below it, which cannot be said there`;
      return { texts: [], unsaid: [{ pointer: '', message }] };
    }
    texts.add(tree);
  }
  return { texts: [...texts], unsaid: [] };
}

function converted(field: Field, to: Side, unsaid: Unsaid[]): Alternative[number] {
  // Amazon joins names, so that a dot is a step.
  const path = pathIn(to, to === 'aws' ? field.path : field.path.flatMap((name) => name.split('.')));
  if ('unsaid' in path) unsaid.push({ pointer: field.pointer, message: path.unsaid });
  const conditions: string[] = [];
  for (const condition of field.conditions) {
    const { node } = readJson(printCondition(condition));
    const said = node === undefined ? [] : to === 'aws' ? toAws(node) : toAliyun(node);
    if (isSaid(said)) for (const one of said) conditions.push(one);
    else unsaid.push({ pointer: condition.pointer, message: said.unsaid });
  }
  return { path: 'unsaid' in path ? [] : path, conditions: [...new Set(conditions)] };
}
