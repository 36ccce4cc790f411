/** Each command that reads a file format of this project accepts the files that each other command writes. */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { beforeAll, describe, expect, test } from 'vitest';
import { folderWith, run } from '../run-main.ts';
import { created, environment, ORDERS, startServices, stream } from './stream/world.ts';

startServices();

const FILES = {
  'p/a.json': '{"source":["acs.oss"],"data":{"size":[{"numeric":[">",0]}]}}',
  'p/b.yaml': 'source: [acs.oss, acs.ecs]\n',
  'q/a.json': '{"source":["acs.oss"]}',
  'bad.json': '{"source":"acs.oss"}',
  'two.json': '{"a":{"FilterPattern":"{}"},"b":{"FilterPattern":"{\\"source\\":[\\"a\\"]}"}}',
  'event.json': '{"source":"acs.oss","type":"t","data":{"size":1}}',
  'to-fix.json': '{\n  "source": "acs.oss"\n}\n',
  'stream.yaml': ORDERS,
  'of-one.eb-test.yaml': 'pattern: p/a.json\ntests:\n  - {name: one, event: one.json, match: true}\n',
  'bare-ok.eb-test.yaml': 'pattern: p/a.json\ntests:\n  - {name: one, event: event.json, match: true}\n',
  'bare.eb-test.yaml': 'pattern: p/a.json\ntests:\n  - name: one\n    event: {source: acs.oss, data: {size: 1}}\n',
};

let cwd = '';
const eb = (...argv: string[]) => run(argv, { cwd });

beforeAll(() => {
  cwd = folderWith(FILES);
});

/** A step: the command, where its output is written (else it is only checked), and its exit code, by default 0. */
interface Step {
  readonly eb: readonly string[];
  readonly to?: string;
  /** Default: the folder of all files. */
  readonly cwd?: string;
  readonly stdin?: string;
  readonly code?: number;
  /** Standard output, or a pattern that it matches. */
  readonly out?: RegExp;
}

const EVENTS = 'many.ndjson';
const finished = /0 failed/;

/** Each row writes a file, and runs every command that reads it. */
const trips: readonly (readonly [string, readonly Step[]])[] = [
  ...[
    ['of a file', 'p/a.json', 'p'],
    ['of YAML', 'p/b.yaml', 'p'],
    ['of a document', 'two.json#/b/FilterPattern', '.'],
    ['of a stream', 'stream.yaml', '.'],
  ].flatMap(([what, pattern = '', folder = '']): readonly (readonly [string, readonly Step[]])[] => {
    const suite = `${folder}/made.eb-test.yaml`;
    const readers: readonly Step[] = [
      { eb: ['test', suite], out: finished },
      { eb: ['test', 'made.eb-test.yaml'], cwd: folder, out: finished },
      { eb: ['test', `../${suite}`], cwd: 'q', out: finished },
      { eb: ['test', suite, '--coverage', '--mutate'], out: finished },
      { eb: ['test', suite, '--update'] },
      { eb: ['test', suite, '--mutate', '--write'] },
      { eb: ['test', suite, '--mutate', '--mutation-threshold', '100'], out: finished },
      { eb: ['check', folder, '--list-skipped'], code: folder === '.' ? 1 : 0 },
    ];
    return [
      [
        `the suite ${what} on standard output`,
        [{ eb: ['sample', pattern, '--as-suite', '-n', '1'], to: suite }, ...readers],
      ],
      [
        `the suite ${what} with --output`,
        [{ eb: ['sample', pattern, '--as-suite', '-n', '1', '-o', suite] }, ...readers],
      ],
      [
        `the suite ${what} from another folder`,
        [{ eb: ['sample', `../${pattern}`, '--as-suite', '-n', '1', '-o', `../${suite}`], cwd: 'q' }, ...readers],
      ],
      [
        `the suite ${what} on standard output of another folder`,
        [{ eb: ['sample', `../${pattern}`, '--as-suite', '-n', '1'], cwd: 'q', to: suite }, ...readers],
      ],
    ];
  }),
  [
    'one event',
    [
      { eb: ['sample', 'p/a.json', '-n', '1'], to: 'one.json' },
      { eb: ['match', 'p/a.json', 'one.json'] },
      { eb: ['match', 'p', 'one.json'] },
      { eb: ['explain', 'p/a.json', 'one.json'], out: /^match/ },
      { eb: ['explain', 'p', 'one.json'], out: /2 of 2 patterns match/ },
      { eb: ['filter', 'p/a.json', 'one.json', '--exit-status'] },
      { eb: ['route', 'p', 'one.json'], out: /a, b/ },
      { eb: ['sample', 'p/b.yaml', '--base', 'one.json'], out: /"size":/ },
      { eb: ['test', 'of-one.eb-test.yaml'], out: finished },
    ],
  ],
  ...(['sample', 'near misses', 'filter'] as const).map((how): readonly [string, readonly Step[]] => [
    `many events (${how})`,
    [
      { eb: ['sample', 'p/a.json', '-n', '20', ...(how === 'near misses' ? ['--near-miss'] : [])], to: EVENTS },
      ...(how === 'filter' ? [{ eb: ['filter', 'p/a.json', EVENTS], to: 'filtered.ndjson' }] : []),
      ...[how === 'filter' ? 'filtered.ndjson' : EVENTS].flatMap((file): Step[] => {
        const code = how === 'near misses' ? 1 : 0;
        return [
          { eb: ['match', 'p/a.json', file, '--ndjson'], code },
          { eb: ['explain', 'p/a.json', file, '--ndjson'] },
          { eb: ['explain', 'p', file, '--ndjson'] },
          { eb: ['filter', 'p/a.json', file, '--exit-status'], code },
          { eb: ['route', 'p', file] },
          { eb: ['route', 'p', file, '--summary'] },
        ];
      }),
    ],
  ]),
  [
    'a baseline',
    [
      { eb: ['check', 'bad.json'], code: 1 },
      { eb: ['check', 'bad.json', '--write-baseline', 'baseline.json'] },
      { eb: ['check', 'bad.json', '--baseline', 'baseline.json'] },
      { eb: ['check', '../bad.json', '--baseline', '../baseline.json'], cwd: 'q' },
      { eb: ['test', 'bare-ok.eb-test.yaml', '--baseline', 'baseline.json'] },
    ],
  ],
  [
    'a pattern that is fixed',
    [
      { eb: ['check', 'to-fix.json'], code: 1 },
      { eb: ['check', 'to-fix.json', '--fix'] },
      { eb: ['check', 'to-fix.json'] },
      { eb: ['sample', 'to-fix.json', '-n', '1'], out: /acs\.oss/ },
      { eb: ['diff', 'to-fix.json', 'q/a.json'], out: /same|equal/ },
    ],
  ],
  [
    'a suite that is finished',
    [
      { eb: ['test', 'bare.eb-test.yaml'], code: 2 },
      { eb: ['test', 'bare.eb-test.yaml', '--update'] },
      { eb: ['test', 'bare.eb-test.yaml'], out: finished },
    ],
  ],
  [
    'what init writes',
    [
      { eb: ['init', 'events'] },
      { eb: ['check', 'events'] },
      { eb: ['test', 'events'] },
      { eb: ['check', '.'], cwd: 'events' },
      { eb: ['test', '.', '--coverage', '--mutate'], cwd: 'events' },
      { eb: ['test', 'patterns', '--config', 'eb-pattern.config.yaml'], cwd: 'events' },
      { eb: ['init', 'events'] },
    ],
  ],
];

test.each(trips)('%s', async (_, steps) => {
  const folder = folderWith(FILES);
  for (const { eb: argv, to, cwd: from = '.', code = 0, out } of steps) {
    const outcome = await run(argv, { cwd: join(folder, from) });
    expect({ argv, code: outcome.code }, outcome.err + outcome.out).toEqual({ argv, code });
    if (out !== undefined) expect(outcome.out, argv.join(' ')).toMatch(out);
    if (to !== undefined) writeFileSync(join(folder, to), outcome.out);
  }
});

test('the diff of `check --fix-dry-run` has the changes of `check --fix`', async () => {
  const folder = folderWith(FILES);
  const { code, out } = await run(['check', 'to-fix.json', '--fix-dry-run'], { cwd: folder });
  expect(code).toBe(1);
  execFileSync('git', ['apply', '-'], { cwd: folder, input: out });
  const applied = readFileSync(join(folder, 'to-fix.json'), 'utf8');
  writeFileSync(join(folder, 'to-fix.json'), FILES['to-fix.json']);
  await run(['check', 'to-fix.json', '--fix'], { cwd: folder });
  expect(readFileSync(join(folder, 'to-fix.json'), 'utf8')).toBe(applied);
});

describe('a document of `--format json`', () => {
  const commands = [
    ['check', 'p', 'bad.json'],
    ['test', 'bare.eb-test.yaml', '--coverage', '--mutate'],
    ['match', 'p/a.json', 'event.json'],
    ['explain', 'p/a.json', 'event.json'],
    ['route', 'p', 'event.json'],
    ['diff', 'p', 'q'],
    ['diff', 'p/a.json', 'q/a.json'],
    ['overlap', 'p'],
  ];
  let valid: ValidateFunction | undefined;
  test.each(commands.map((argv) => [argv]))('of %j is valid by `schema report`', async (argv) => {
    valid ??= new Ajv2020({ strict: false }).compile(JSON.parse((await eb('schema', 'report')).out));
    const { out } = await eb(...argv, '--format', 'json');
    expect([valid(JSON.parse(out)), valid.errors]).toEqual([true, null]);
  });
});

test.each(['pattern', 'suite', 'config', 'stream', 'report'])('`schema %s` is a JSON Schema', async (what) => {
  const { code, out } = await eb('schema', what);
  expect(code).toBe(0);
  const ajv = new Ajv2020({ strict: false });
  const schema = JSON.parse(out);
  expect([ajv.validateSchema(schema), ajv.errors ?? null]).toEqual([true, null]);
});

describe('a stream document', () => {
  const readers: readonly (readonly [string, number])[] = [
    ['stream check got.json', 0],
    ['stream plan got.json', 0],
    ['stream apply got.json --yes', 0],
    ['stream update got.json', 0],
    ['check got.json', 0],
    ['check .', 0],
    ['match got.json event.json', 0],
    ['explain got.json event.json', 0],
    ['route got.json event.json', 0],
    ['filter got.json event.json', 0],
    ['overlap got.json', 0],
    ['diff got.json p.json', 0],
    ['sample got.json -n 1', 0],
    ['sample got.json --as-suite -n 1', 0],
  ];
  const event = '{"source":"acs.oss","type":"t","id":"1"}';

  test('that `stream get` writes is accepted by every command that reads one', async () => {
    await created();
    const { out } = await stream('get orders');
    const folder = folderWith({ 'got.json': out, 'event.json': event, 'p.json': '{"source":["acs.oss"]}' });
    for (const [command, code] of readers) {
      const outcome = await run(command.split(' '), { cwd: folder, env: environment() });
      expect({ command, code: outcome.code }, outcome.err).toEqual({ command, code });
    }
    const plan = await run(['stream', 'plan', 'got.json', '--exit-code'], { cwd: folder, env: environment() });
    expect(JSON.parse(plan.out)).toMatchObject({ action: 'none', changes: [] });
    await stream('delete orders --yes');
    const again = await run(['stream', 'create', 'got.json'], { cwd: folder, env: environment() });
    expect(again).toMatchObject({ code: 0, err: '' });
    expect((await stream('get orders')).out).toContain('"QueueName": "orders"');
  });

  test('is refused with its kind when it is another answer of the stream commands', async () => {
    await created();
    for (const command of [
      'plan orders.yaml',
      'check orders.yaml',
      'update orders.yaml',
      'start orders',
      'wait orders RUNNING',
    ]) {
      const { out } = await stream(command, { files: { 'orders.yaml': ORDERS } });
      const files = { 'got.json': out, 'event.json': event, 'p.json': '{}' };
      const name = command.split(' ')[0] as string;
      for (const [reader] of readers.filter(([one]) => one !== 'check .')) {
        const outcome = await run(reader.split(' '), { files, env: environment() });
        expect({ reader, code: outcome.code }).toEqual({ reader, code: 2 });
        expect(outcome.err, reader).toContain(`it is what \`eb-pattern stream ${name} --format json\` printed`);
      }
    }
  });
});
