/** Reads the text of an event, and turns syntax errors into problems with file, line and column. */
import { EventSyntaxError } from '../../index.ts';
import { lineColumn } from '../../json.ts';
import { Failure } from '../findings/failure.ts';
import type { Located } from '../findings/located.ts';
import { refuseFilterLine } from './filter-line.ts';
import { severalEvents } from './several-events.ts';

/** The events of NDJSON, each with its line; lines of white space are left out. @throws Failure for output of `filter --ids` */
export function eventsOfLines({ name, text }: { readonly name: string; readonly text: string }): readonly Located[] {
  const events: Located[] = [];
  let start = 0;
  for (const [i, line] of text.split('\n').entries()) {
    const from = start;
    if (line.trim() !== '') {
      if (events.length === 0) refuseFilterLine(name, line);
      events.push({ file: `${name}:${i + 1}`, within: text, text: line, place: (offset) => from + offset });
    }
    start += line.length + 1;
  }
  return events;
}

/** The result of `read` for the event's text. @throws Failure with file, line and column for text that is not an event */
export function withEvent<T>(event: Located, read: (text: string) => T): T {
  try {
    return read(event.text);
  } catch (thrown) {
    if (!(thrown instanceof EventSyntaxError)) throw thrown;
    const several = severalEvents(event.text);
    if (several !== undefined) throw new Failure({ file: event.file, message: several });
    const place = lineColumn(event.within, event.place(thrown.offset));
    throw new Failure({ file: event.file, ...place, message: thrown.problem });
  }
}
