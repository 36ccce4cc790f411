/**
 * What is searched for when a secret is hidden. A text is compared layer by layer, each with one more layer of escapes
 * undone, so that the encoders need not be listed: a secret in JSON, in JSON within JSON, in a form, in HTML, is the
 * secret in one of the layers.
 */
import type { Needle } from './needles.ts';
import { asWritten, type Unescaped, unescaped } from './unescape.ts';

/** A shorter secret is hidden only where it stands alone: hiding each `a` of a message would hide the message, and tell. */
export const SHORT = 4;

/** How many layers of escapes are undone. JSON in JSON in a form is three. */
const LAYERS = 8;

/** A line of a certificate or a key, which is often printed with another indentation. */
const LONG_LINE = 16;

/** The text as it was written, and with one more layer of escapes undone each. */
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

/** A form writes a blank as a plus sign: both are compared as one. */
export function folded(text: string): string {
  return text.replaceAll('+', ' ');
}

/** A secret has layers too: in a text whose escapes are undone, what looks like an escape in the secret is undone with them. */
export function formsOf(secret: string): readonly Needle[] {
  const alone = secret.length < SHORT;
  const lines = secret.split(/\r?\n/).filter((line) => line.length >= LONG_LINE);
  // A lone surrogate has no bytes: it is sent as U+FFFD.
  const texts = [secret, secret.toWellFormed(), ...lines];
  // Shorter than what is searched for in base64, but this much of it is known.
  if (alone) texts.push(Buffer.from(secret, 'utf8').toString('base64'));
  const forms = texts.flatMap((text) => layersOf(text).map((layer) => folded(layer.text)));
  return [...new Set(forms)]
    .filter((form) => form.trim() !== '')
    .map((text) => ({ text, alone: alone || text.length < SHORT }));
}
