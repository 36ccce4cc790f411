/** `npm run bench:lsp`: the language server as a process. Needs the build. Milliseconds are medians. */
import { spawn } from 'node:child_process';
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Editor } from '../test/cli/language-server/editor.ts';

const BIN = fileURLToPath(new URL('../dist/cli/bin.js', import.meta.url));
const RUNS = 15;

const large = JSON.stringify({
  source: ['shop'],
  data: Object.fromEntries(Array.from({ length: 3000 }, (_, i) => [`field${i}`, [{ prefix: `value${i}` }]])),
});
const resource = (i: number): object => ({
  address: `alicloud_event_bridge_rule.r${i}`,
  mode: 'managed',
  type: 'alicloud_event_bridge_rule',
  name: `r${i}`,
  values: { filter_pattern: JSON.stringify({ source: [`shop${i}`], data: { state: ['paid', { prefix: 'part-' }] } }) },
});
const plan = JSON.stringify({
  format_version: '1.2',
  planned_values: { root_module: { resources: Array.from({ length: 200 }, (_, i) => resource(i)) } },
});

const median = (all: readonly number[]): number => all.toSorted((a, b) => a - b)[all.length >> 1] ?? Number.NaN;

async function withServer<T>(run: (editor: Editor) => Promise<T>): Promise<{ start: number; value: T }> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'eb-pattern-bench-')));
  const before = performance.now();
  const child = spawn(process.execPath, [BIN, 'lsp', '--stdio'], { cwd: folder });
  const editor = new Editor(folder, child.stdout, child.stdin);
  await editor.initialize();
  const start = performance.now() - before;
  const value = await run(editor);
  await editor.end();
  rmSync(folder, { recursive: true });
  return { start, value };
}

async function changes(editor: Editor, name: string, text: string): Promise<number> {
  await editor.open(name, text);
  const times: number[] = [];
  for (let i = 0; i < RUNS; i++) {
    const before = performance.now();
    await editor.change(name, text + ' '.repeat(i));
    times.push(performance.now() - before);
  }
  return median(times);
}

const starts: number[] = [];
for (let i = 0; i < RUNS; i++) starts.push((await withServer(async () => undefined)).start);
console.log(`Node ${process.version}, ${cpus()[0]?.model}, ${cpus().length} cores`);
console.log(`initialize: ${median(starts).toFixed(0)} ms`);
for (const [name, text] of [
  ['large.pattern.json', large],
  ['plan.json', plan],
] as const) {
  const { value } = await withServer((editor) => changes(editor, name, text));
  console.log(`change to diagnostics, ${name} of ${Math.round(text.length / 1000)} KB: ${value.toFixed(1)} ms`);
}
