/**
 * `npm run wasm`: compiles the scanner from AssemblyScript, and writes its bytes into a module that is committed, so that
 * only those who change it need the compiler. With `--check` it writes nothing, and fails unless the module is what the
 * compiler makes of the source. With `--check-source` it does not compile, and fails unless the module was made of this source.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../', import.meta.url));
const FOLDER = 'src/pattern/scan/wasm/assembly';
const MODULE = 'src/pattern/scan/wasm/code.generated.ts';
const COMPILER = 'node_modules/assemblyscript/bin/asc.js';

/** No runtime, since nothing is allocated there. 112 warns of exported functions with vectors, which only this module calls. */
const FLAGS = [
  ...['-O3', '--noAssert', '--runtime', 'stub', '--enable', 'simd', '--disableWarning', '112'],
  ...['--importMemory', '--zeroFilledMemory'],
];

/** Of the source and of all that decides what the compiler makes of it. */
function sourceHash(): string {
  const hash = createHash('sha256').update(`${compilerVersion()}\n${FLAGS.join(' ')}\n`);
  for (const name of readdirSync(join(ROOT, FOLDER)).sort()) {
    if (!name.endsWith('.ts')) continue;
    hash.update(`${name}\n`).update(readFileSync(join(ROOT, FOLDER, name), 'utf8').replaceAll('\r\n', '\n'));
  }
  return hash.digest('hex');
}

function compilerVersion(): string {
  const { devDependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
    readonly devDependencies: Readonly<Record<string, string>>;
  };
  return `assemblyscript ${devDependencies.assemblyscript}`;
}

function compile(): Buffer {
  if (!existsSync(join(ROOT, COMPILER))) throw new Error('the compiler is not installed: run `npm ci`');
  const folder = mkdtempSync(join(tmpdir(), 'eb-pattern-wasm-'));
  try {
    const file = join(folder, 'scan.wasm');
    execFileSync(process.execPath, [COMPILER, `${FOLDER}/scan.ts`, ...FLAGS, '--outFile', file], {
      cwd: ROOT,
      stdio: 'inherit',
    });
    return readFileSync(file);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function moduleText(code: Buffer): string {
  return `/** Made by \`npm run wasm\` from \`assembly/\`; \`npm run checks\` makes it again and compares. */

/** SHA-256 of the compiler's version, its flags, and the source. */
export const SOURCE = '${sourceHash()}';
/** The module in base64: ${code.length.toLocaleString('en')} bytes. */
export const CODE =
  '${code.toString('base64')}';
`;
}

const path = join(ROOT, MODULE);
const committed = existsSync(path) ? readFileSync(path, 'utf8') : '';
const [mode] = process.argv.slice(2);
if (mode === '--check-source') {
  report(committed.includes(`SOURCE = '${sourceHash()}'`));
} else if (mode === '--check') {
  report(committed === moduleText(compile()));
} else {
  writeFileSync(path, moduleText(compile()));
}

function report(isCurrent: boolean): void {
  if (!isCurrent) console.error(`${MODULE} is not what the compiler makes of ${FOLDER}: run \`npm run wasm\``);
  process.exitCode = isCurrent ? 0 : 1;
}
