/**
 * Judges events for RouteOperator.java, which writes frames to standard input: a letter, the number of bytes (four, big endian), the bytes.
 *
 *   + ID TAB PATTERN   adds a pattern, or replaces it; the answer is empty, or says why the pattern is refused
 *   - ID               removes a pattern
 *   ? events on lines  two answers: a line {"ids":[…],"event":…} for each event that matches, and the lines that are not events
 *
 * An answer is the number of its bytes, and the bytes. Empty lines are passed over.
 */
import { readSync, writeSync } from 'node:fs';
import { EventSyntaxError, PatternError, PatternSet } from 'eb-pattern';

const [LF, CR] = [10, 13];
const set = new PatternSet();
let buffer = Buffer.alloc(1 << 20);
let output = Buffer.alloc(1 << 20);
let used = 0;

for (;;) {
  if (!read(5)) break;
  const kind = String.fromCharCode(buffer[0]);
  const length = buffer.readUInt32BE(1);
  if (!read(length)) throw new Error('the input ends in a frame');
  const body = buffer.subarray(0, length);
  used = 0;
  if (kind === '?') judge(body);
  else answer(() => append(change(kind, body.toString())));
  for (let done = 0; done < used; ) done += writeSync(1, output, done, used - done);
}

function judge(body) {
  const refused = [];
  answer(() => {
    for (let at = 0; at < body.length; ) {
      const lf = body.indexOf(LF, at);
      let end = lf < 0 ? body.length : lf;
      const next = end + 1;
      if (body[end - 1] === CR) end--;
      if (end > at) route(body.subarray(at, end), refused);
      at = next;
    }
  });
  answer(() => {
    for (const line of refused) append(line, '\n');
  });
}

function route(line, refused) {
  try {
    const ids = set.matchesJson(line);
    if (ids.length > 0) append('{"ids":', JSON.stringify(ids), ',"event":', line, '}\n');
  } catch (thrown) {
    if (!(thrown instanceof EventSyntaxError)) throw thrown;
    refused.push(line);
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

/** The number of bytes that `write` appends, before them. */
function answer(write) {
  const start = used;
  append('    ');
  write();
  output.writeUInt32BE(used - start - 4, start);
}

/** Texts and bytes. */
function append(...parts) {
  for (const part of parts) {
    const most = part.length * (typeof part === 'string' ? 3 : 1);
    if (used + most > output.length) output = Buffer.concat([output.subarray(0, used)], 2 * (used + most));
    used += typeof part === 'string' ? output.write(part, used) : part.copy(output, used);
  }
}
