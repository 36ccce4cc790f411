/** The meaning of a pattern without an event: in words, with an event on which the dialects differ, if any. */
import { inWords } from '../../editor/index.ts';
import { dialectDifference, type Pattern } from '../../index.ts';
import { compareDialects, isCompared } from '../patterns/dialects.ts';
import type { LineView } from '../terminal/nested-lines.ts';
import { printable } from '../terminal/terminal.ts';
import { wrap } from '../terminal/wrap.ts';
import type { Meaning } from './answer.ts';
import { renderEvent } from './event.ts';

export function meaningOf(pattern: Pattern, text: string, extensions: readonly string[] | undefined): Meaning {
  const meaning = inWords(pattern).map((parts) => {
    const { pointer } = parts[0] ?? {};
    return { text: parts.map((part) => part.text).join(''), ...(pointer === undefined ? {} : { pointer }) };
  });
  const { name } = pattern.dialect;
  if (!isCompared(name)) return { meaning };
  const found = dialectDifference(text, { extensions });
  const difference = found.answer === 'yes' ? compareDialects(text, extensions, name)(found.event) : undefined;
  return {
    meaning,
    dialects: found.answer === 'yes' && difference !== undefined ? { ...found, difference } : found,
  };
}

/** Lines without line ends. */
export function renderMeaning({ meaning, dialects }: Meaning, view: LineView): string[] {
  const [lead, ...fields] = meaning.map(({ text }) => printable(text));
  const block = (text: string, indent: string): string[] =>
    wrap(text, view.width - indent.length, '  ').map((line) => indent + line);
  return [
    ...block(`${lead}${fields.length > 0 ? ':' : ''}`, ''),
    ...fields.flatMap((field) => block(field, '  ')),
    ...(dialects === undefined ? [] : ['', ...onDialects(dialects, view, block)]),
  ];
}

function onDialects(
  dialects: NonNullable<Meaning['dialects']>,
  view: LineView,
  block: (text: string, indent: string) => string[],
): string[] {
  switch (dialects.answer) {
    case 'no':
      return ['the dialects agree on every event'];
    case 'refused':
      return block(`! the pattern is refused in ${dialects.by.join(', ')}`, '');
    case 'unknown':
      return block(`whether the dialects agree on every event is not known: ${printable(dialects.reason)}`, '');
    case 'yes': {
      const why = dialects.difference === undefined ? [] : block(`! ${printable(dialects.difference.message)}`, '');
      return ['the dialects differ on this event:', ...renderEvent(dialects.event, [], view), ...why];
    }
  }
}
