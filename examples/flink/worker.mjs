/**
 * Judges events for RouteOperator.java, which writes frames to standard input: a letter, the number of bytes (four, big endian), the bytes.
 *
 *   + ID TAB PATTERN   adds a pattern, or replaces it; the answer is empty, or says why the pattern is refused
 *   - ID               removes a pattern
 *   ? events on lines  the answer has a line for each: the ids of the patterns that it matches as a JSON array, null for no event
 *
 * An answer is the number of its bytes, and the bytes.
 */
import { readSync, writeSync } from 'node:fs';
import { EventSyntaxError, PatternError, PatternSet } from 'eb-pattern';

const LF = 10;
const set = new PatternSet();
let buffer = Buffer.alloc(1 << 20);

for (;;) {
  if (!read(5)) break;
  const kind = String.fromCharCode(buffer[0]);
  const length = buffer.readUInt32BE(1);
  if (!read(length)) throw new Error('the input ends in a frame');
  const body = buffer.subarray(0, length);
  answer(kind === '?' ? judge(body) : change(kind, body.toString()));
}

function judge(body) {
  let answers = '';
  for (let at = 0; at <= body.length; ) {
    const lf = body.indexOf(LF, at);
    const end = lf < 0 ? body.length : lf;
    answers += `${idsOf(body.subarray(at, end))}\n`;
    at = end + 1;
  }
  return answers;
}

function idsOf(line) {
  try {
    const ids = set.matchesJson(line);
    return ids.length === 0 ? '[]' : JSON.stringify(ids);
  } catch (thrown) {
    if (thrown instanceof EventSyntaxError) return 'null';
    throw thrown;
  }
}

function change(kind, text) {
  const [id, ...pattern] = text.split('\t');
  try {
    // A pattern that is refused leaves the earlier one of its id.
    const next = kind === '+' ? PatternSet.from([[id, pattern.join('\t')]]) : undefined;
    if (set.has(id)) set.delete(id);
    if (next !== undefined) set.add(id, pattern.join('\t'));
    return '';
  } catch (thrown) {
    if (thrown instanceof PatternError) return thrown.diagnostics[0].message;
    throw thrown;
  }
}

/** Fills the beginning of the buffer; false at the end of the input. */
function read(length) {
  if (buffer.length < length) buffer = Buffer.alloc(length * 2);
  for (let got = 0; got < length; ) {
    const more = readSync(0, buffer, got, length - got, null);
    if (more === 0) return false;
    got += more;
  }
  return true;
}

function answer(text) {
  const body = Buffer.byteLength(text);
  const bytes = Buffer.alloc(4 + body);
  bytes.writeUInt32BE(body, 0);
  bytes.write(text, 4);
  for (let done = 0; done < bytes.length; ) done += writeSync(1, bytes, done);
}
