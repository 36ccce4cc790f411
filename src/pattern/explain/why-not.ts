/** Why a pattern does not match an event, in a few words: how many fields fail, or that they do not hold together. */
import type { Explanation } from './explanation.ts';

export function whyNot({ fields, alternatives = [] }: Explanation): string {
  const [nearest, ...others] = alternatives;
  const which = `the nearest of ${alternatives.length} alternatives`;
  if (nearest?.reason !== undefined) {
    return others.length === 0
      ? 'each field holds, but not all of them together'
      : `the fields of ${which} do not hold together`;
  }
  const asked = nearest === undefined ? fields : nearest.fields.flatMap((i) => fields[i] ?? []);
  const failing = asked.filter(({ holds }) => !holds).length;
  const ofFields = `${failing} of ${asked.length} ${asked.length === 1 ? 'field' : 'fields'}`;
  return `${others.length === 0 ? '' : `in ${which} `}${ofFields} ${failing === 1 ? 'fails' : 'fail'}`;
}
