/** The operand of `prefix` and `suffix`: a text, or one whose case is ignored. */

import type { Place } from '../diagnostic.ts';
import { within } from '../diagnostic.ts';
import { type Rules, supportOf } from '../dialect.ts';
import type { JsonScalar } from '../json/node.ts';
import type { Reason } from '../reasons.ts';
import { foldedReason } from '../text-reasons.ts';
import type { Algebra } from '../value/algebra.ts';
import { quoted } from '../value/excerpt.ts';
import { foldedTest, foldedText } from '../value/folding.ts';
import type { ValueSet } from '../value/value-set.ts';
import type { Key } from './keys.ts';
import { describe, type JsonSchema, type OperatorContext, oneOrMore, parseText } from './operator.ts';
import { always, nothing, type Predicate } from './predicate.ts';

export type Affix = string | Folded;

/** A text whose case is ignored. */
export interface Folded {
  readonly folded: string;
}

const INNER = 'equals-ignore-case';

export function isFolded(affix: Affix): affix is Folded {
  return typeof affix !== 'string';
}

/** As a phrase of an explanation names it. */
export function affixInWords(affix: Affix): string {
  return isFolded(affix) ? `${quoted(affix.folded)} in any case` : quoted(affix);
}

export function printAffix(affix: Affix): string {
  return isFolded(affix) ? `{${JSON.stringify(INNER)}:${JSON.stringify(affix.folded)}}` : JSON.stringify(affix);
}

/** `covers` as in `parseText`. */
export function parseAffix(
  place: Place,
  context: OperatorContext,
  operator: string,
  covers: (wide: string, narrow: string) => boolean,
): Affix | undefined {
  const { node } = place;
  const { rules, negates, report } = context;
  if (node.kind !== 'object' || negates || supportOf(rules, INNER, operator) === 'refused') {
    return parseText(place, context, operator, covers);
  }
  const members = context.members(place, node);
  const [member] = members;
  if (member === undefined || members.length > 1 || member.name !== INNER) {
    report('affix-inner', place, { operator, allowed: INNER, names: members.map(({ name }) => name) });
    return undefined;
  }
  const { value } = member;
  if (value.kind === 'string') return { folded: value.value };
  const at = within(place, INNER, value);
  report('operand-type', at, { operator: INNER, wants: 'a string', found: describe(value) });
  return undefined;
}

/** The keys of a text, which is `''` where every string is accepted. */
export function keysOfText(text: string, kind: 'beginning' | 'ending' | 'substring'): readonly Key[] {
  return text === '' ? [{ kind: 'present', inexact: true }] : [{ kind, text }];
}

/** What both operators do with a text whose case is ignored. */
export const foldedAffix = {
  keys({ folded }: Folded, kind: 'folded-beginning' | 'folded-ending'): readonly Key[] {
    if (folded === '') return [{ kind: 'present', inexact: true }];
    return [{ kind, text: foldedText(folded), inexact: true }];
  },
  compile({ folded }: Folded, part: 'beginning' | 'ending'): Predicate {
    return { ...nothing, string: folded === '' ? always : foldedTest(folded, part) };
  },
  denote({ folded }: Folded, part: 'beginning' | 'ending', sets: Algebra): ValueSet {
    if (folded === '') return { ...sets.nothing, strings: sets.anyScalar.strings };
    return { ...sets.nothing, strings: sets.stringsWhere({ kind: 'folded', part, text: folded }) };
  },
  why({ folded }: Folded, code: 'not-beginning' | 'not-ending', value: JsonScalar): Reason {
    return foldedReason(code, value, folded);
  },
  /** Mutates the text, and makes its case count. */
  mutate({ folded }: Folded, mutate: (text: Affix) => readonly Affix[]): readonly Affix[] {
    return [...mutate(folded).flatMap((text) => (isFolded(text) ? [] : [{ folded: text }])), folded];
  },
};

/** An operand to fill in that ignores case, where the dialect has it. */
export function affixSnippets(rules: Rules, operator: string): readonly string[] {
  return supportOf(rules, INNER, operator) === 'refused' ? [] : [`{${JSON.stringify(INNER)}: ""}`];
}

/** `negates`: whether the operand is inside a negation. */
export function affixSchema(rules: Rules, operator: string, negates: boolean): JsonSchema {
  const length = rules['empty-operand'] === 'accepted' && !negates ? {} : { minLength: 1 };
  const text = { type: 'string', ...length };
  if (negates) return rules['anything-but-lists'] === 'accepted' ? oneOrMore(text) : text;
  if (supportOf(rules, INNER, operator) === 'refused') return text;
  return {
    anyOf: [
      text,
      { type: 'object', properties: { [INNER]: { type: 'string' } }, required: [INNER], additionalProperties: false },
    ],
  };
}
