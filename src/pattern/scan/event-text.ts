/** Runs a scan on the text of an event, with the JSON reader as a fallback. */
import { assertEventText, readEvent, refuseMalformed } from '../event.ts';
import { printJson } from '../json/node.ts';
import { MALFORMED } from './bytes.ts';
import { bufferText, releaseBuffer, type Text } from './text.ts';

/**
 * Applies `walk` to the text.
 * @throws EventSyntaxError for text that is not JSON or not an object; TypeError unless it is a string or bytes
 */
export function walkEvent<T>(event: string | Uint8Array, walk: (text: Text) => T): T {
  assertEventText(event);
  const text = bufferText(event);
  if (text !== undefined) {
    try {
      return walk(text);
    } catch (thrown) {
      if (thrown !== MALFORMED) throw thrown;
    } finally {
      releaseBuffer();
    }
  }
  // Reports the error and its offset without building nodes: lines may have hundreds of megabytes, and nodes take many
  // times that.
  refuseMalformed(event);
  // The text is valid JSON with lone surrogates, which are printed as escapes.
  const readable = bufferText(printJson(readEvent(event)));
  if (readable === undefined) throw new Error('printed JSON is not well-formed UTF-16');
  try {
    return walk(readable);
  } finally {
    releaseBuffer();
  }
}
