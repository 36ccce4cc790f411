/** `npm run vsix`: packs the extension of VS Code into one file. Needs the build, for the JSON Schemas. */
import { execFileSync } from 'node:child_process';
import { copyFileSync, cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { bundledPackages, licences } from './bundle/licences.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const SOURCE = join(ROOT, 'editors/vscode');
const SCHEMAS = ['pattern.json', 'suite.json', 'config.json'];

/** Packs the extension. `folder` is made anew, and gets the contents and the file. Returns the path of the file. */
export async function packExtension(folder: string): Promise<string> {
  const contents = join(folder, 'extension');
  rmSync(contents, { recursive: true, force: true });
  mkdirSync(join(contents, 'schemas'), { recursive: true });
  const bundle = await build({
    entryPoints: [join(SOURCE, 'extension.ts')],
    outfile: join(contents, 'extension.js'),
    bundle: true,
    minify: true,
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    external: ['vscode'],
    logLevel: 'error',
    legalComments: 'none',
    metafile: true,
    absWorkingDir: ROOT,
  });
  writeFileSync(join(contents, 'licences.txt'), licences(ROOT, bundledPackages(bundle.metafile)));
  const { version, repository } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  const manifest = JSON.parse(readFileSync(join(SOURCE, 'package.json'), 'utf8'));
  writeFileSync(
    join(contents, 'package.json'),
    JSON.stringify({ ...manifest, type: 'commonjs', version, repository }, undefined, 2),
  );
  copyFileSync(join(SOURCE, 'README.md'), join(contents, 'README.md'));
  copyFileSync(join(ROOT, 'LICENSE'), join(contents, 'LICENSE'));
  for (const name of SCHEMAS) cpSync(join(ROOT, 'dist/schemas', name), join(contents, 'schemas', name));
  const file = join(folder, `eb-pattern-${version}.vsix`);
  const vsce = join(dirname(createRequire(import.meta.url).resolve('@vscode/vsce/package.json')), 'vsce');
  const flags = ['--no-dependencies', '--allow-missing-repository', '--skip-license', '--out', file];
  execFileSync(process.execPath, [vsce, 'package', ...flags], {
    cwd: contents,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return file;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  console.log(await packExtension(join(ROOT, 'dist-vsix')));
}
