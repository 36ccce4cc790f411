/**
 * Runs every block of TypeScript in the documentation against the source. The output of `console.log` must equal the comments: behind the
 * call, or in the lines below it.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { format } from 'node:util';
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import { codeBlocks, markdownFiles, ROOT, read } from './markdown.ts';

const TSC = `${ROOT}node_modules/typescript-native/bin/tsc`;

const folder = mkdtempSync(join(tmpdir(), 'eb-pattern-docs-'));
afterAll(() => rmSync(folder, { recursive: true }));
// Packages that the examples import beside this one.
symlinkSync(`${ROOT}node_modules`, join(folder, 'node_modules'), 'dir');
afterEach(() => vi.restoreAllMocks());

const blocks = markdownFiles().flatMap((file) =>
  codeBlocks(read(file))
    .filter(({ language }) => language === 'ts' || language === 'js')
    .map(({ line, code }, i) => ({
      place: `${file}:${line}`,
      code,
      // It would call the service: its types are checked, and it is not run.
      online: code.includes("from 'eb-pattern/client'"),
      path: join(folder, `${file.replaceAll('/', '-')}-${i}.mts`),
    })),
);
for (const { path, code } of blocks) {
  const local = code
    .replaceAll("from 'eb-pattern'", `from '${ROOT}src/index.ts'`)
    .replaceAll("from 'eb-pattern/json'", `from '${ROOT}src/json.ts'`)
    .replaceAll("from 'eb-pattern/convert'", `from '${ROOT}src/convert/index.ts'`)
    .replaceAll("from 'eb-pattern/editor'", `from '${ROOT}src/editor/index.ts'`)
    .replaceAll("from 'eb-pattern/client'", `from '${ROOT}src/client/index.ts'`)
    .replaceAll("from 'eb-pattern/fast-check'", `from '${ROOT}src/fast-check/index.ts'`);
  writeFileSync(path, `${local}\nexport {};\n`);
}

describe('the code of the documentation', () => {
  it('is found', () => {
    expect(blocks.length).toBeGreaterThan(0);
  });

  it('has no type errors', () => {
    const project = join(folder, 'tsconfig.json');
    const compilerOptions = { incremental: false, tsBuildInfoFile: null, typeRoots: [`${ROOT}node_modules/@types`] };
    writeFileSync(project, JSON.stringify({ extends: `${ROOT}tsconfig.json`, include: ['*.mts'], compilerOptions }));
    const { status, stdout } = spawnSync(process.execPath, [TSC, '-p', project], { encoding: 'utf8' });
    expect({ status, stdout }).toEqual({ status: 0, stdout: '' });
  });

  it.each(blocks.filter(({ online }) => !online))(
    'of $place prints the output in its comments',
    async ({ code, path }) => {
      const printed: string[] = [];
      vi.spyOn(console, 'log').mockImplementation((...values) => {
        printed.push(...format(...values).split('\n'));
      });
      await import(/* @vite-ignore */ path);
      expect(printed.map((line) => line.trimEnd())).toEqual(expectedOutput(code));
    },
  );
});

/** The comment behind a `console.log`, or the comment lines that follow its statement. */
function expectedOutput(code: string): string[] {
  const expected: string[] = [];
  let open = false;
  for (const line of code.split('\n')) {
    const behind = /^\s*console\.log\(.*\); \/\/ (.*)$/.exec(line)?.[1];
    const comment = /^\s*\/\/ ?(.*)$/.exec(line)?.[1];
    if (behind !== undefined) expected.push(behind);
    else if (/^\s*console\.log\(/.test(line) || /^\S.*\bconsole\.log\(/.test(line)) open = true;
    else if (comment === undefined && !/^[)}\s]/.test(line)) open = false;
    if (behind === undefined && open && comment !== undefined) expected.push(comment.trimEnd());
  }
  return expected;
}
