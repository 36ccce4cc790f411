/** Runs a scan on the text of an event, with the JSON reader as a fallback. */
import { assertEventText, readEvent, refuseMalformed } from '../event.ts';
import { printJson } from '../json/node.ts';
import { MALFORMED } from './bytes.ts';
import type { Mode } from './engine.ts';
import type { Paths } from './paths.ts';
import { endScan } from './scan.ts';
import { closeText, openWhole, openWindow, type Text } from './text.ts';

/** What is done with the text of an event. */
export interface TextReader<T> {
  /** Called again for another form of the same text if it throws MALFORMED. @throws MALFORMED */
  read(text: Text, mode: Mode): T;
  readonly paths: Paths;
}

/**
 * Opens the text for the reader: of a string all of it, of bytes those from `start` to `end`.
 * @throws EventSyntaxError for text that is not JSON or not an object; TypeError unless it is a string or bytes
 */
export function readText<T>(event: string | Uint8Array, mode: Mode, reader: TextReader<T>, start = 0, end?: number): T {
  assertEventText(event);
  const to = end ?? event.length;
  try {
    const text = mode === 'trusted' ? openWindow(event, reader.paths.reach, start, to) : openWhole(event, start, to);
    if (text !== undefined) return reader.read(text, mode);
  } catch (thrown) {
    if (thrown !== MALFORMED) throw thrown;
  } finally {
    closeText();
    endScan();
  }
  const source = typeof event === 'string' ? event : event.subarray(start, to);
  // Reports the error and its offset without building nodes: lines may have hundreds of megabytes, and nodes take many
  // times that.
  refuseMalformed(source);
  // The text is valid JSON with lone surrogates, which are printed as escapes.
  const readable = openWhole(printJson(readEvent(source)));
  if (readable === undefined) throw new Error('printed JSON is not well-formed UTF-16');
  try {
    return reader.read(readable, mode);
  } finally {
    closeText();
    endScan();
  }
}
