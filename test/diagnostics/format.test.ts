import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Diagnostic, type FormatOptions, formatDiagnostic, parsePattern } from '../../src/index.ts';
import { lineColumn } from '../../src/json.ts';
import { runs } from '../support/runs.ts';

/** All findings of a pattern, as text. */
function show(pattern: string, options?: FormatOptions): string {
  return parsePattern(pattern)
    .diagnostics.map((diagnostic) => formatDiagnostic(diagnostic, pattern, options))
    .join('\n');
}

/** A finding with the given place, for texts that are no patterns. */
function finding(start: number, end: number, more: Partial<Diagnostic> = {}): Diagnostic {
  return {
    code: 'invalid-json',
    severity: 'error',
    pointer: '',
    range: { start, end },
    message: 'here',
    params: {},
    ...more,
  };
}

describe('formatDiagnostic', () => {
  it('shows the line, carets below the place, and the hint', () => {
    expect(show('{\n  "source": "acs.oss"\n}', { file: 'a.json' })).toMatchInlineSnapshot(`
      "error[attribute-not-array]: the value of \`source\` is an array of conditions, not a string
        --> a.json:2:13
         |
       2 |   "source": "acs.oss"
         |             ^^^^^^^^^
         = help: write ["acs.oss"]"
    `);
  });

  it('underlines the name when the name is wrong', () => {
    expect(show('{"Source": ["acs.oss"]}')).toMatchInlineSnapshot(`
      "warning[unknown-key]: \`Source\` is not an attribute of an event
        --> pattern:1:2
         |
       1 | {"Source": ["acs.oss"]}
         |  ^^^^^^^^
         = help: did you mean \`source\`?"
    `);
  });

  it('shows the related place', () => {
    expect(show('{"source": ["a"],\n "source": ["b"]}')).toMatchInlineSnapshot(`
      "error[duplicate-name]: the name \`source\` occurs more than once and one of them would silently win
        --> pattern:2:2
         |
       2 |  "source": ["b"]}
         |  ^^^^^^^^
         = help: write one member with all its conditions
         = or: keep the last one
         = or: keep the first one
         = note: it is also written here: pattern:1:2"
    `);
  });

  it('shows a pointer when the pattern is an object', () => {
    const [diagnostic] = parsePattern({ data: { state: 'stopped' } }).diagnostics;
    expect(formatDiagnostic(diagnostic as Diagnostic, '', { file: 'suite.yaml' })).toMatchInlineSnapshot(`
      "error[field-not-array]: a field is an array of conditions or an object of fields, not a string
        --> suite.yaml at /data/state
         = help: write ["stopped"]"
    `);
    const [whole] = parsePattern([] as never).diagnostics;
    expect(formatDiagnostic(whole as Diagnostic, '')).toMatchInlineSnapshot(`
      "error[pattern-not-object]: a pattern is a JSON object, not an empty array
        --> pattern"
    `);
    const [twice] = parsePattern({ source: ['a', 'a'] }).diagnostics;
    expect(formatDiagnostic(twice as Diagnostic, '')).toMatchInlineSnapshot(`
      "warning[duplicate-condition]: the condition \`"a"\` repeats an earlier one
        --> pattern at /source/1
         = help: remove the copy of "a"
         = note: it is first written here: /source/0"
    `);
  });

  it('counts a tab as one column', () => {
    expect(show('{\n\t"source":\t"acs.oss"}')).toMatchInlineSnapshot(`
      "error[attribute-not-array]: the value of \`source\` is an array of conditions, not a string
        --> pattern:2:12
         |
       2 |  "source": "acs.oss"}
         |            ^^^^^^^^^
         = help: write ["acs.oss"]"
    `);
  });

  it('counts a wide character as two columns', () => {
    expect(show('{"data": {"中文": "停止"}}')).toMatchInlineSnapshot(`
      "error[field-not-array]: a field is an array of conditions or an object of fields, not a string
        --> pattern:1:17
         |
       1 | {"data": {"中文": "停止"}}
         |                   ^^^^^^
         = help: write ["停止"]"
    `);
    expect(show('{"data": {"한국": {"😀": "é"}}}')).toMatchInlineSnapshot(`
      "error[field-not-array]: a field is an array of conditions or an object of fields, not a string
        --> pattern:1:24
         |
       1 | {"data": {"한국": {"😀": "é"}}}
         |                          ^^^
         = help: write ["é"]"
    `);
  });

  it('cuts a long line on both sides of the caret', () => {
    const long = `{"source": ["${'a'.repeat(100)}"], "type": "b", "subject": ["${'c'.repeat(100)}"]}`;
    expect(show(long)).toMatchInlineSnapshot(`
      "error[attribute-not-array]: the value of \`type\` is an array of conditions, not a string
        --> pattern:1:126
         |
       1 | …aaaaaaaaaaaaa"], "type": "b", "subject": ["cccccccccccccccccccccccccccccc…
         |                           ^^^
         = help: write ["b"]"
    `);
    expect(show(long, { width: 40 })).toMatchInlineSnapshot(`
      "error[attribute-not-array]: the value of \`type\` is an array of conditions, not a string
        --> pattern:1:126
         |
       1 | …], "type": "b", "subject": ["cccc…
         |             ^^^
         = help: write ["b"]"
    `);
  });

  it('cuts only the end of a long line when the caret is near its beginning', () => {
    expect(show(`{"source": "${'a'.repeat(100)}"}`)).toMatchInlineSnapshot(`
      "error[attribute-not-array]: the value of \`source\` is an array of conditions, not a string
        --> pattern:1:12
         |
       1 | {"source": "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa…
         |            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
         = help: write ["aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"]"
    `);
  });

  it('cuts a long line of wide characters', () => {
    expect(
      show(`{"source": ["${'中'.repeat(60)}"], "type": "b", "id": ["${'文'.repeat(60)}"]}`, { width: 60 }),
    ).toMatchInlineSnapshot(`
      "error[attribute-not-array]: the value of \`type\` is an array of conditions, not a string
        --> pattern:1:86
         |
       1 | …中中中"], "type": "b", "id": ["文文文文文文文文文文文…
         |                    ^^^
         = help: write ["b"]"
    `);
    expect(
      show(`{"source": ["${'😀'.repeat(60)}"], "type": "b", "id": ["${'😀'.repeat(60)}"]}`, { width: 61 }),
    ).toMatchInlineSnapshot(`
      "error[attribute-not-array]: the value of \`type\` is an array of conditions, not a string
        --> pattern:1:146
         |
       1 | …😀😀😀"], "type": "b", "id": ["😀😀😀😀😀😀😀😀😀😀😀…
         |                    ^^^
         = help: write ["b"]"
    `);
  });

  it('counts lines that end in CRLF, in CR and in LF', () => {
    expect(show('{\r\n"type": ["a"],\r\n"source": "acs.oss"\r\n}')).toMatchInlineSnapshot(`
      "error[attribute-not-array]: the value of \`source\` is an array of conditions, not a string
        --> pattern:3:11
         |
       3 | "source": "acs.oss"
         |           ^^^^^^^^^
         = help: write ["acs.oss"]"
    `);
    expect(show('{\r"type": ["a"],\r"source": "acs.oss"\r}')).toMatchInlineSnapshot(`
      "error[attribute-not-array]: the value of \`source\` is an array of conditions, not a string
        --> pattern:3:11
         |
       3 | "source": "acs.oss"
         |           ^^^^^^^^^
         = help: write ["acs.oss"]"
    `);
  });

  it('shows a last line without a line end, and a place at the end of the text', () => {
    expect(show('{\n"source": ["a"]')).toMatchInlineSnapshot(`
      "error[invalid-json]: the pattern is not JSON: expected a comma or \`}\` in this object, found the end of the text
        --> pattern:2:16
         |
       2 | "source": ["a"]
         |                ^
         = help: write the missing \`}\`"
    `);
    expect(show('{\n"source": ["a"]\n')).toMatchInlineSnapshot(`
      "error[invalid-json]: the pattern is not JSON: expected a comma or \`}\` in this object, found the end of the text
        --> pattern:3:1
         |
       3 | 
         | ^
         = help: write the missing \`}\`"
    `);
    expect(show('')).toMatchInlineSnapshot(`
      "error[empty-text]: an empty text is not a pattern
        --> pattern:1:1
         |
       1 | 
         | ^
         = help: write {} to match every event"
    `);
  });

  it('underlines the first line of a place of several lines', () => {
    expect(show('{"source": {\n  "name":\n  ["a"]\n}}')).toMatchInlineSnapshot(`
      "error[attribute-not-array]: the value of \`source\` is an array of conditions, not an object
        --> pattern:1:12
         |
       1 | {"source": {
         |            ^
         = help: only \`data\` holds objects of fields"
    `);
  });

  it('replaces control characters of the source and of messages', () => {
    const text = show('{"\u009b31m\u202e\u2028": ["a\u007f"], "type": "\u001b[31m"}');
    expect(text).toMatchInlineSnapshot(`
      "error[invalid-json]: the pattern is not JSON: a control character (U+001B) must be escaped in a string
        --> pattern:1:29
         |
       1 | {"·31m··": ["a·"], "type": "·[31m"}
         |                             ^"
    `);
    expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Bidi_Control}]/u);
  });

  it('colours the severity and the carets on request', () => {
    expect(JSON.stringify(show('{"source": "a"}', { color: true }))).toMatchInlineSnapshot(
      `""\\u001b[1;31merror\\u001b[0m[attribute-not-array]: the value of \`source\` is an array of conditions, not a string\\n  --> pattern:1:12\\n   |\\n 1 | {\\"source\\": \\"a\\"}\\n   |            \\u001b[1;31m^^^\\u001b[0m\\n   = \\u001b[1;32mhelp\\u001b[0m: write [\\"a\\"]""`,
    );
    const [warning] = parsePattern('{"source": ["a", "a"]}').diagnostics;
    expect(formatDiagnostic(warning as Diagnostic, '{"source": ["a", "a"]}', { color: true })).toContain(
      '\u001b[1;33mwarning',
    );
    expect(formatDiagnostic(finding(0, 1, { severity: 'info' }), 'x', { color: true })).toContain('\u001b[1;36minfo');
  });

  const PIECES = [
    'a',
    '"',
    '中',
    '😀',
    '\t',
    '\u001b',
    '\ud83d',
    '\n',
    '\r\n',
    '\r',
    'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxx',
    '中中中中中中中中中中中中中',
  ];
  /** Columns, by a simple rule for the pieces above. */
  const columns = (line: string) => [...line].reduce((sum, character) => sum + (/[中😀]/u.test(character) ? 2 : 1), 0);

  it('keeps to the width, and points at the character at the place', () => {
    const texts = fc.array(fc.constantFrom(...PIECES), { maxLength: 30 }).map((pieces) => pieces.join(''));
    const width = fc.integer({ min: 30, max: 100 });
    fc.assert(
      fc.property(texts, fc.nat(), fc.nat(20), width, (text, at, length, columnsOfTerminal) => {
        // A place begins a character, and is not between CR and LF.
        const starts = [...text.matchAll(/\r\n|./gsu)].map(({ index }) => index);
        const start = starts.length === 0 ? 0 : (starts[at % starts.length] as number);
        const shown = formatDiagnostic(finding(start, Math.min(text.length, start + length)), text, {
          width: columnsOfTerminal,
        });
        const [, , , line = '', carets = ''] = shown.split('\n');
        expect(columns(line)).toBeLessThanOrEqual(columnsOfTerminal);
        expect(columns(carets)).toBeLessThanOrEqual(columnsOfTerminal);
        const column = carets.indexOf('^');
        expect(column).toBeGreaterThan(0);
        let before = 0;
        let pointedAt = '';
        for (const character of line) {
          if (before === column) pointedAt = character;
          before += columns(character);
        }
        const [character = '\n'] = text.slice(start);
        // Control characters and lone surrogates are shown as a dot; a line end is not shown.
        const printed = { '\t': ' ', '\u001b': '·', '\ud83d': '·', '\n': undefined, '\r': undefined };
        const wanted = character in printed ? printed[character as keyof typeof printed] : character;
        if (wanted !== undefined) expect(pointedAt).toBe(wanted);
      }),
      { numRuns: runs(2000) },
    );
  });
});

describe('the line and the column', () => {
  it.each<[string, string, number, number]>([
    ['the beginning', '⚡abc', 1, 1],
    ['after LF', 'a\n⚡b', 2, 1],
    ['after CRLF', 'a\r\n⚡b', 2, 1],
    ['after CR', 'a\r⚡b', 2, 1],
    ['between CR and LF is still the line', 'a\r⚡\nb', 1, 3],
    ['at CR', 'a⚡\r\nb', 1, 2],
    ['after an empty line', 'a\n\n⚡b', 3, 1],
    ['after a pair of code units', '😀⚡b', 1, 3],
    ['the end', 'a\nbc⚡', 2, 3],
    ['U+2028 ends no line', 'a\u2028⚡b', 1, 3],
  ])('of %s', (_, marked, line, column) => {
    expect(lineColumn(marked.replace('⚡', ''), marked.indexOf('⚡'))).toEqual({ line, column });
  });

  it('agree with a plain count', () => {
    const pieces = fc.array(fc.constantFrom('a', '\n', '\r\n', '\r'), { maxLength: 20 });
    fc.assert(
      fc.property(pieces, fc.nat(), (parts, at) => {
        const before = parts.slice(0, at % (parts.length + 1));
        // A CR piece before an LF piece would be one line end.
        fc.pre(!/\r,\n/.test(parts.join()));
        const lastEnd = before.findLastIndex((part) => part !== 'a');
        expect(lineColumn(parts.join(''), before.join('').length)).toEqual({
          line: before.filter((part) => part !== 'a').length + 1,
          column: before.length - lastEnd,
        });
      }),
    );
  });
});
