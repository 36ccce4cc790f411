/** The nearest event that would match, as the changes that lead to it. */
import type { NearestMatch } from '../../index.ts';
import { spaced } from './json-text.ts';
import type { View } from './page.ts';
import { printable } from './terminal.ts';
import { wrap } from './wrap.ts';

/** A value that is longer is data, not something to read. */
const LONG = 200;

/** Lines without line ends; none for an event that matches. */
export function renderNearest(nearest: NearestMatch, view: View): string[] {
  if (nearest.answer === 'no') return ['no event matches this pattern'];
  if (nearest.answer === 'unknown') {
    return wrap(`it is not known what to change: ${printable(nearest.reason)}`, view.width, '  ');
  }
  const { changes } = nearest;
  if (changes.length === 0) return [];
  const lines = changes.flatMap(({ pointer, from, to }) => {
    const change =
      to === undefined
        ? `remove ${clip(from)}`
        : from === undefined
          ? `add ${clip(to)}`
          : `${clip(from)} → ${clip(to)}`;
    return wrap(printable(`${pointer}  ${change}`), view.width - 2, '  ').map((line) => `  ${line}`);
  });
  return ['to match, change:', ...lines];
}

function clip(json = ''): string {
  const text = spaced(json);
  return text.length > LONG ? `${text.slice(0, LONG - 1)}…` : text;
}
