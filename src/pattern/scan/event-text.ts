/** Hands the text of an event to a walk, and leaves to the JSON reader what the walk cannot do. */
import { assertEventText, readEvent, refuseMalformed } from '../event.ts';
import { printJson } from '../json/node.ts';
import { MALFORMED } from './bytes.ts';
import { bufferText, releaseBuffer, type Text } from './text.ts';

/**
 * What `walk` makes of the text.
 * @throws EventSyntaxError for text that is not JSON, or no object; TypeError for what is neither text nor bytes
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
  // The reader says what is wrong, and where. Lines may have hundreds of megabytes, and nodes take many times that.
  refuseMalformed(event);
  // What is left has lone surrogates, which are printed as escapes.
  const readable = bufferText(printJson(readEvent(event)));
  if (readable === undefined) throw new Error('printed JSON is not well-formed UTF-16');
  try {
    return walk(readable);
  } finally {
    releaseBuffer();
  }
}
