/**
 * The spellings of a secret that are searched for. A text is searched in layers, each with one more layer of escapes undone: a secret in
 * JSON, in JSON inside JSON, in a form or in HTML is the plain secret in one of the layers, whatever encoder wrote it.
 */
import type { Needle } from './needles.ts';
import { asWritten, type Unescaped, unescaped } from './unescape.ts';

/** UTF-16 units. A shorter secret is hidden only as a whole word: hiding each `a` of a message would hide the message and reveal the secret. */
export const SHORT = 4;

/** Number of layers of escapes that are undone. JSON in JSON in a form has three. */
const LAYERS = 8;

/** UTF-16 units. Lines of this length of a certificate or a key are searched for one by one, since indentation may differ. */
const LONG_LINE = 16;

/** The text itself, then with one more layer of escapes undone each time. */
export function layersOf(text: string): readonly Unescaped[] {
  const layers = [asWritten(text)];
  while (layers.length <= LAYERS) {
    const last = layers[layers.length - 1] as Unescaped;
    const next = unescaped(last);
    if (next === last) break;
    layers.push(next);
  }
  return layers;
}

/** With blanks for plus signs, since forms write a blank as a plus sign. */
export function folded(text: string): string {
  return text.replaceAll('+', ' ');
}

/** All texts to search for. A secret that looks escaped is unescaped too, as it is in the layers of the text. */
export function formsOf(secret: string): readonly Needle[] {
  const alone = secret.length < SHORT;
  const lines = secret.split(/\r?\n/).filter((line) => line.length >= LONG_LINE);
  // A lone surrogate has no UTF-8 form: it is sent as U+FFFD.
  const texts = [secret, secret.toWellFormed(), ...lines];
  // Too short to be searched for inside base64; its own base64 is searched for as a word.
  if (alone) texts.push(Buffer.from(secret, 'utf8').toString('base64'));
  const forms = texts.flatMap((text) => layersOf(text).map((layer) => folded(layer.text)));
  return [...new Set(forms)]
    .filter((form) => form.trim() !== '')
    .map((text) => ({ text, alone: alone || text.length < SHORT }));
}
