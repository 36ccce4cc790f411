/** The meaning of a pattern without an event: in words, with an event on which the dialects differ, if any. */
import { inWords } from '../../editor/index.ts';
import { type DialectDifference, dialectDifference, type Pattern } from '../../index.ts';
import { compareDialects, type Difference } from '../patterns/dialects.ts';
import type { View } from '../terminal/nested-lines.ts';
import { printable } from '../terminal/terminal.ts';
import { wrap } from '../terminal/wrap.ts';
import { renderEvent } from './event.ts';

export interface Meaning {
  /** An introductory sentence, and one for each field. */
  readonly meaning: readonly { readonly text: string; readonly pointer?: string }[];
  /** `difference`: why they differ on the event. */
  readonly dialects: DialectDifference & { readonly difference?: Difference };
}

export function meaningOf(pattern: Pattern, text: string, extensions: readonly string[] | undefined): Meaning {
  const meaning = inWords(pattern).map((parts) => {
    const { pointer } = parts[0] ?? {};
    return { text: parts.map((part) => part.text).join(''), ...(pointer === undefined ? {} : { pointer }) };
  });
  const found = dialectDifference(text, { extensions });
  const difference = found.answer === 'yes' ? compareDialects(text, extensions)(found.event) : undefined;
  return { meaning, dialects: { ...found, ...(difference === undefined ? {} : { difference }) } };
}

/** Lines without line ends. */
export function renderMeaning({ meaning, dialects }: Meaning, view: View): string[] {
  const [lead, ...fields] = meaning.map(({ text }) => printable(text));
  const block = (text: string, indent: string): string[] =>
    wrap(text, view.width - indent.length, '  ').map((line) => indent + line);
  return [
    ...block(`${lead}${fields.length > 0 ? ':' : ''}`, ''),
    ...fields.flatMap((field) => block(field, '  ')),
    '',
    ...onDialects(dialects, view, block),
  ];
}

function onDialects(
  dialects: Meaning['dialects'],
  view: View,
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
