/** Rewrites texts with wildcards as conditions. */
import type { Rules } from '../dialect.ts';
import { supportOf } from '../dialect.ts';
import { conditionText, type Replacement } from './replacement.ts';

/** The characters that match any characters, and exactly one. */
export interface Wildcards {
  readonly many: string;
  readonly one: string;
}

export const GLOB: Wildcards = { many: '*', one: '?' };
export const LIKE: Wildcards = { many: '%', one: '_' };

/** Undefined if no condition means the same: for a single-character wildcard, or more than two parts. */
export function wildcardConditions(text: string, { many, one }: Wildcards, rules: Rules): Replacement | undefined {
  const parts: string[] = [''];
  for (let i = 0; i < text.length; i++) {
    const c = text[i] as string;
    const next = text[i + 1];
    if (c === '\\' && (next === many || next === '\\' || next === one)) {
      parts[parts.length - 1] += next;
      i++;
    } else if (c === one) return undefined;
    else if (c !== many) parts[parts.length - 1] += c;
    else if (text[i - 1] !== many || parts.at(-1) !== '') parts.push('');
  }
  return conditionsOf(parts, rules);
}

/** `parts` occur in this order, with any characters between them. */
export function conditionsOf(parts: readonly string[], rules: Rules): Replacement | undefined {
  const [first = '', second = '', third] = parts;
  if (parts.length === 1) return { conditions: [JSON.stringify(first)], accepts: 'same' };
  if (parts.length === 3 && first === '' && third === '' && second !== '') return withText('contains', second, rules);
  if (parts.length !== 2) return undefined;
  if (first === '' && second === '') return { conditions: [conditionText('exists', 'true')], accepts: 'others' };
  if (second === '') return withText('prefix', first, rules);
  if (first === '') return withText('suffix', second, rules);
  if (rules['combined-operators'] === 'refused') return undefined;
  const condition = `{"prefix": ${JSON.stringify(first)}, "suffix": ${JSON.stringify(second)}}`;
  return { conditions: [condition], accepts: overlap(first, second) ? 'others' : 'same' };
}

function withText(operator: string, text: string, rules: Rules): Replacement | undefined {
  if (supportOf(rules, operator) === 'refused') return undefined;
  return { conditions: [conditionText(operator, JSON.stringify(text))], accepts: 'same' };
}

/** Whether a text can begin with one and end with the other and yet be shorter than both together. */
function overlap(beginning: string, ending: string): boolean {
  for (let length = 1; length <= Math.min(beginning.length, ending.length); length++) {
    if (beginning.endsWith(ending.slice(0, length))) return true;
  }
  return beginning.includes(ending) || ending.includes(beginning);
}
