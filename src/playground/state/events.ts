/** The events of the page, as read, with the verdict of the pattern. */
import { EventSyntaxError, type JsonObjectNode, type Matcher } from '../../index.ts';
import { type JsonProblem, readJson } from '../../json.ts';

export interface PageEvent {
  /** Stays the same when the text changes. */
  readonly id: number;
  readonly text: string;
  /** Whether it should match; undefined without an expectation. */
  readonly expected?: boolean | undefined;
  /** The name of its file. */
  readonly name?: string | undefined;
}

export type Verdict = 'match' | 'no match' | 'not an event' | 'no pattern';

export interface Judged {
  readonly verdict: Verdict;
  /** Whether the verdict is the expected one; undefined without an expectation or a verdict. */
  readonly isExpected?: boolean;
}

export interface ReadEvent {
  readonly node?: JsonObjectNode;
  readonly problem?: Pick<JsonProblem, 'message' | 'offset'>;
}

const known = new WeakMap<PageEvent, ReadEvent>();

/** Cached for each text. */
export function readEvent(event: PageEvent): ReadEvent {
  const before = known.get(event);
  if (before !== undefined) return before;
  const { node, problem } = readJson(event.text);
  const read: ReadEvent =
    node?.kind === 'object'
      ? { node }
      : { problem: problem ?? { message: 'an event is a JSON object', offset: node?.range.start ?? 0 } };
  known.set(event, read);
  return read;
}

export function judge(event: PageEvent, matcher: Matcher | undefined): Judged {
  if (matcher === undefined) return { verdict: 'no pattern' };
  try {
    const matches = matcher.matchesJson(event.text);
    const { expected } = event;
    return {
      verdict: matches ? 'match' : 'no match',
      ...(expected === undefined ? {} : { isExpected: expected === matches }),
    };
  } catch (thrown) {
    if (thrown instanceof EventSyntaxError) return { verdict: 'not an event' };
    throw thrown;
  }
}

/** The events that the list shows. */
export type Filter = 'all' | 'match' | 'no match' | 'unexpected' | 'not an event';

export function passes({ verdict, isExpected }: Judged, filter: Filter): boolean {
  if (filter === 'all') return true;
  return filter === 'unexpected' ? isExpected === false : verdict === filter;
}

/** Characters of an event in the list. */
const SHOWN = 120;

/** The name of an event in the list: that of its file, or the beginning of its text on one line. */
export function labelOf({ name, text }: PageEvent): string {
  return (
    name ??
    text
      .slice(0, 4 * SHOWN)
      .replace(/\s+/g, ' ')
      .trim()
      .slice(0, SHOWN)
  );
}
