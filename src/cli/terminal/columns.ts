/** Columns of texts in a terminal, by string-width: East Asian wide characters and emoji take two, marks and colours none. */
import { createRequire } from 'node:module';
import { stripVTControlCharacters } from 'node:util';

type StringWidth = typeof import('string-width').default;

/** Both take some 30 ms to load, a fifth of the start of a command, so they are loaded for the first text that is not ASCII. */
let stringWidth: StringWidth | undefined;
let segmenter: Intl.Segmenter | undefined;

const ASCII = /^[ -~]*$/;

/** `styled` may contain colours. */
export function columns(styled: string): number {
  const text = styled.includes('\u001b') ? stripVTControlCharacters(styled) : styled;
  if (ASCII.test(text)) return text.length;
  stringWidth ??= (createRequire(import.meta.url)('string-width') as { readonly default: StringWidth }).default;
  return stringWidth(text);
}

/** The grapheme clusters of a text, so that none is split. */
export function charactersOf(text: string): readonly string[] {
  if (ASCII.test(text)) return text.split('');
  segmenter ??= new Intl.Segmenter();
  return [...segmenter.segment(text)].map(({ segment }) => segment);
}
