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
 * Opens the text for the reader.
 * @throws EventSyntaxError for text that is not JSON or not an object; TypeError unless it is a string or bytes
 */
export function readText<T>(event: string | Uint8Array, mode: Mode, reader: TextReader<T>): T {
  assertEventText(event);
  try {
    const text = mode === 'trusted' ? openWindow(event, reader.paths.reach) : openWhole(event);
    if (text !== undefined) return reader.read(text, mode);
  } catch (thrown) {
    if (thrown !== MALFORMED) throw thrown;
  } finally {
    endScan();
    closeText();
  }
  // Reports the error and its offset without building nodes: lines may have hundreds of megabytes, and nodes take many
  // times that.
  refuseMalformed(event);
  // The text is valid JSON with lone surrogates, which are printed as escapes.
  const readable = openWhole(printJson(readEvent(event)));
  if (readable === undefined) throw new Error('printed JSON is not well-formed UTF-16');
  try {
    return reader.read(readable, mode);
  } finally {
    endScan();
    closeText();
  }
}
