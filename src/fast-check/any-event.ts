/** Arbitrary of any events, for programs that must handle every event of a bus. */
import fc from 'fast-check';
import { anyAttributes, anyData, anyExtras } from './envelope.ts';
import { type As, type Formed, formOf, given, optionsOf } from './form.ts';
import { sometimes } from './json-text.ts';
import type { Tree } from './tree.ts';

/**
 * CloudEvents. `specversion`, `id`, `source` and `type` are always present and mostly strings; other attributes and `data` may be
 * absent. Contents are realistic or hostile: odd strings and numbers, names such as `__proto__`, deep arrays, attributes that are no
 * strings. Shrinks to an event with the four attributes only.
 * @throws TypeError for an `as` other than `object` and `text`
 */
export function anyEvent<A extends As = 'object'>(
  options: { readonly as?: A | undefined } = {},
): fc.Arbitrary<Formed<A>> {
  const hostile = anyExtras('specversion', 'id', 'source', 'type', 'subject', 'time');
  const parts = fc.tuple(anyAttributes(true), fc.option(anyData(), { nil: undefined }), sometimes(hostile, 3));
  const trees = parts.map(([attributes, data, extras = []]): Tree => {
    return new Map([...attributes, ...(data === undefined ? [] : [['data', data] as const]), ...extras]);
  });
  return given<A>(formOf(optionsOf(options).as), trees);
}
