/** `check --fix` writes the pattern without its findings, and every other byte unchanged. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderWith, run } from '../run-main.ts';

/** A folder with one file, as it is after the command. */
async function fix(file: string, text: string | Uint8Array, ...flags: string[]) {
  const cwd = folderWith({});
  writeFileSync(join(cwd, file), text);
  const outcome = await run(['check', '--fix', ...flags, file], { cwd });
  return { ...outcome, cwd, text: readFileSync(join(cwd, file), 'utf8') };
}

/** Row name, file name, its text, and the text without its findings. */
const FILES: readonly [string, string, string, string][] = [
  [
    'a pattern',
    'p.json',
    '{\r\n\t"source" :  "acs.oss" , "type": [ {"Prefix":"a"}, "x","x" ]\r\n}\r\n',
    '{\r\n\t"source" :  ["acs.oss"] , "type": [ {"prefix":"a"}, "x" ]\r\n}\r\n',
  ],
  [
    'a pattern with comments',
    'p.jsonc',
    '// why\n{"source": "a", // here\n "type": ["t"]}',
    '// why\n{"source": ["a"], // here\n "type": ["t"]}',
  ],
  ['text that is nearly JSON', 'p.json', "{'source': ['a'],}", '{"source": ["a"]}'],
  [
    'a string of a JSON document, with escapes',
    'd.json',
    '{"n":1.0,"FilterPattern":"{\\"source\\":\\"a\\\\u0062\\",\\"t\\\\u0079pe\\":[\\"\\u0061\\"]}"}',
    '{"n":1.0,"FilterPattern":"{\\"source\\":[\\"a\\\\u0062\\"],\\"t\\\\u0079pe\\":[\\"\\u0061\\"]}"}',
  ],
  [
    'a string in a string',
    'plan.json',
    '{"format_version":"1.2","planned_values":{"root_module":{"resources":[{"address":"r","mode":"managed","type":"alicloud_fcv3_trigger","values":{"trigger_type":"eventbridge","trigger_config":"{\\"eventRuleFilterPattern\\":\\"{\\\\\\"source\\\\\\":\\\\\\"a\\\\\\"}\\"}"}}]}}}',
    '{"format_version":"1.2","planned_values":{"root_module":{"resources":[{"address":"r","mode":"managed","type":"alicloud_fcv3_trigger","values":{"trigger_type":"eventbridge","trigger_config":"{\\"eventRuleFilterPattern\\":\\"{\\\\\\"source\\\\\\":[\\\\\\"a\\\\\\"]}\\"}"}}]}}}',
  ],
  [
    'a string of YAML in single quotes',
    'd.yaml',
    `# a\nFilterPattern: '{"source": "it''s"}' # b\nx: 012\n`,
    `# a\nFilterPattern: '{"source": ["it''s"]}' # b\nx: 012\n`,
  ],
  [
    'a string of YAML in double quotes',
    'd.yaml',
    'FilterPattern: "{\\"source\\": \\"a\\"}"\n',
    'FilterPattern: "{\\"source\\": [\\"a\\"]}"\n',
  ],
  [
    'a block of YAML',
    'd.yaml',
    'FilterPattern: |-\n  {\n    "source": "a",\n    "type": ["x", "x"]\n  }\nb: 1\n',
    'FilterPattern: |-\n  {\n    "source": ["a"],\n    "type": ["x"]\n  }\nb: 1\n',
  ],
  [
    'a map of YAML',
    'p.pattern.yaml',
    '# a\nsource: acs.oss # b\ntype:\n  - Prefix: x  # c\n  - y\n  - y\n\ndata:\n  n:\n    - numeric: "> 5"\n',
    '# a\nsource: [acs.oss] # b\ntype:\n  - prefix: x  # c\n  - y\n\ndata:\n  n:\n    - numeric: [">",5]\n',
  ],
  ['a file with a byte order mark', 'p.json', '\ufeff{"source":"a"}', '\ufeff{"source":["a"]}'],
];

describe('check --fix', () => {
  it.each(FILES)('writes %s', async (_, file, before, after) => {
    const { code, out, text } = await fix(file, before);
    expect(text).toBe(after);
    expect(code).toBe(0);
    expect(out).toContain('fixed');
    expect(out).toContain('valid');
  });

  it('leaves a finding with several possible fixes', async () => {
    const before = '{"Source":["a"],"data":{"s":["a*"],"n":[300.0]}}';
    const { text, out } = await fix('p.json', before);
    expect(text).toBe(before);
    expect(out).not.toContain('fixed');
  });

  it('leaves a comment that would be lost with the value, with a note', async () => {
    const before = '{"source": [/* why */ ["a", /* and */ "b"]]}';
    const { text, out, code } = await fix('p.jsonc', before);
    expect(text).toBe(before);
    expect(out).toContain('left alone');
    expect(code).toBe(1);
  });

  it('leaves a finding that a comment allows', async () => {
    const before = '// eb-pattern-allow duplicate-condition: meant\n{"source": ["a", "a"]}';
    const { text } = await fix('p.jsonc', before);
    expect(text).toBe(before);
  });

  it('writes nothing in a dry run, and prints a diff', async () => {
    const cwd = folderWith({});
    const before = '{\n  "source": "a"\n}\n';
    writeFileSync(join(cwd, 'p.json'), before);
    const { code, out } = await run(['check', '--fix-dry-run', 'p.json'], { cwd });
    expect(readFileSync(join(cwd, 'p.json'), 'utf8')).toBe(before);
    expect(out).toBe('--- a/p.json\n+++ b/p.json\n@@ -1,3 +1,3 @@\n {\n-  "source": "a"\n+  "source": ["a"]\n }\n');
    expect(code).toBe(1);
    expect(await run(['check', '--fix-dry-run', 'p.json'], { files: { 'p.json': '{"source":["a"]}' } })).toMatchObject({
      code: 0,
      out: '',
    });
  });

  it('refuses standard input', async () => {
    const { code, err } = await run(['check', '--fix', '-'], { stdin: '{"source":"a"}' });
    expect(code).toBe(2);
    expect(err).toContain('standard input');
  });
});

interface ReportedFix {
  readonly kind: string;
  readonly edits: readonly {
    readonly line: number;
    readonly column: number;
    readonly endLine: number;
    readonly endColumn: number;
    readonly text: string;
  }[];
}

interface ReportedFinding {
  readonly code: string;
  readonly fixes?: readonly ReportedFix[];
}

async function findingsOf(file: string, text: string, cwd: string): Promise<readonly ReportedFinding[]> {
  writeFileSync(join(cwd, file), text);
  const { out } = await run(['check', '--format', 'json', file], { cwd });
  const { patterns } = JSON.parse(out) as { patterns: { findings: ReportedFinding[] }[] };
  return patterns.flatMap(({ findings }) => findings);
}

/** The places in the report are those of the text before the edits. */
function applyReported(text: string, { edits }: ReportedFix): string {
  const starts = [0, ...[...text.matchAll(/\r\n|\n/g)].map(({ 0: end, index }) => index + end.length)];
  const offset = (line: number, column: number): number => (starts[line - 1] as number) + column - 1;
  return [...edits].reverse().reduce((done, { line, column, endLine, endColumn, text: inserted }) => {
    return done.slice(0, offset(line, column)) + inserted + done.slice(offset(endLine, endColumn));
  }, text);
}

describe('check --fix of a suite', () => {
  const TESTS = 'tests:\n  - {name: x, event: {source: a}, match: true}\n';

  it.each([
    [
      'a map',
      'a.eb-test.yaml',
      `# b\npattern:\n  source: a # c\n${TESTS}`,
      `# b\npattern:\n  source: [a] # c\n${TESTS}`,
    ],
    ['a string', 'a.eb-test.yaml', `pattern: '{"source":"a"}'\n${TESTS}`, `pattern: '{"source":["a"]}'\n${TESTS}`],
    [
      'a block',
      'a.eb-test.yml',
      `pattern: |\n  {"source": "a"}\n${TESTS}`,
      `pattern: |\n  {"source": ["a"]}\n${TESTS}`,
    ],
    [
      'several patterns',
      'a.eb-test.json',
      '{ "patterns": {"a/b": {"source": "a"}, "c": "{\\"type\\":\\"t\\"}", "d": "x.json"},  "tests": [] }\r\n',
      '{ "patterns": {"a/b": {"source": ["a"]}, "c": "{\\"type\\":[\\"t\\"]}", "d": "x.json"},  "tests": [] }\r\n',
    ],
    [
      'a pattern of another dialect',
      'a.eb-test.yaml',
      `dialect: rocketmq\npattern: {"source": ["a"], "source": ["b"]}\n${TESTS}`,
      `dialect: rocketmq\npattern: {"source":["b"]}\n${TESTS}`,
    ],
    ['a pattern in a file', 'a.eb-test.yaml', `pattern: p.json\n${TESTS}`, `pattern: p.json\n${TESTS}`],
    [
      'a dialect that does not exist',
      'a.eb-test.yaml',
      `dialect: x\npattern: {source: a}\n`,
      `dialect: x\npattern: {source: [a]}\n`,
    ],
  ])('writes %s in place', async (_, file, before, after) => {
    for (const named of [file, '.']) {
      const cwd = folderWith({});
      writeFileSync(join(cwd, file), before);
      writeFileSync(join(cwd, 'z.pattern.json'), '{"source":["a"]}');
      const { code, out } = await run(['check', '--fix', named], { cwd });
      expect(readFileSync(join(cwd, file), 'utf8')).toBe(after);
      expect(out.includes('fixed')).toBe(before !== after);
      expect(code).toBe(0);
    }
  });

  it('leaves a pattern that must be refused, with a note', async () => {
    const before = `pattern: '{"source":"a"}'\ninvalid: [attribute-not-array]\n`;
    const { text, out } = await fix('a.eb-test.yaml', before);
    expect(text).toBe(before);
    expect(out).toContain('left alone, since its suite says that it is refused');
  });
});

it('lists the fixes of the pattern of a stream document', async () => {
  const text = `EventStreamingName: demo\nFilterPattern: '{"source":"acs.oss"}'\nSource: {SourceMNSParameters: {RegionId: r, QueueName: q, IsBase64Decode: true}}\n`;
  const { out } = await run(['stream', 'check', 's.yaml', '--format', 'json'], { files: { 's.yaml': text } });
  const [{ findings }] = JSON.parse(out).documents as [{ findings: { code: string; fixes?: ReportedFix[] }[] }];
  const [fixed] = findings.find(({ code }) => code === 'attribute-not-array')?.fixes ?? [];
  expect(fixed?.edits.map(({ line, column, text: inserted }) => [line, column, inserted])).toEqual([
    [2, 27, '['],
    [2, 36, ']'],
  ]);
});

describe('the fixes in a report', () => {
  it.each(FILES)('are edits of %s', async (_, file, before) => {
    const cwd = folderWith({});
    const text = before.replace(/^\ufeff/, '');
    const findings = await findingsOf(file, text, cwd);
    const fixes = findings.flatMap(({ code, fixes: some = [] }) => some.map((one) => ({ code, one })));
    expect(fixes.length).toBeGreaterThan(0);
    for (const { code, one } of fixes) {
      const after = await findingsOf(file, applyReported(text, one), cwd);
      const count = (all: readonly ReportedFinding[]): number => all.filter((found) => found.code === code).length;
      expect(count(after), `${code}: ${applyReported(text, one)}`).toBeLessThan(count(findings));
    }
  });

  it.each([
    ['an alias', 'a.yaml', 'x: &p {source: acs.oss}\nFilterPattern: *p\nb: {FilterPattern: *p}\n'],
    ['a comment', 'p.jsonc', '{"source": ["a" /* why */ , "a"]}'],
  ])('are left out where %s would be lost', async (_, file, text) => {
    const findings = await findingsOf(file, text, folderWith({}));
    expect(findings.length).toBeGreaterThan(0);
    expect(findings.filter(({ fixes }) => fixes !== undefined)).toEqual([]);
  });

  it('are replacements in SARIF', async () => {
    const cwd = folderWith({});
    writeFileSync(join(cwd, 'p.json'), '{\n  "source": "acs.oss"\n}\n');
    await run(['check', '--output', 'sarif:r.sarif', 'p.json'], { cwd });
    const [result] =
      (JSON.parse(readFileSync(join(cwd, 'r.sarif'), 'utf8')) as { runs: { results: { fixes: object[] }[] }[] }).runs[0]
        ?.results ?? [];
    const place = (startColumn: number) => ({ startLine: 2, startColumn, endLine: 2, endColumn: startColumn });
    expect(result?.fixes).toEqual([
      {
        description: { text: 'write ["acs.oss"]' },
        artifactChanges: [
          {
            artifactLocation: { uri: 'p.json', uriBaseId: '%SRCROOT%' },
            replacements: [
              { deletedRegion: place(13), insertedContent: { text: '[' } },
              { deletedRegion: place(22), insertedContent: { text: ']' } },
            ],
          },
        ],
      },
    ]);
  });
});
