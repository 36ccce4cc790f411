/**
 * Writes the JSON Schemas that the package ships, which `eb-pattern schema` prints: the build runs it, so that
 * `eb-pattern/schemas/suite.json` is a file for editors and validators. test/package/schemas.test.ts compares them.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { schemaNames } from '../src/cli/commands/schema/run.ts';
import { type Io, main, type Output } from '../src/cli/main.ts';
import { aliyun, dialects } from '../src/index.ts';

const FOLDER = fileURLToPath(new URL('../dist/schemas/', import.meta.url));

type SchemaFile = readonly [file: string, ...argv: string[]];

/** The files by their names, with the arguments of `eb-pattern schema`. */
export const schemaFiles: readonly SchemaFile[] = schemaNames.flatMap((name) =>
  name === 'pattern' ? dialects.map(({ name: dialect }) => patternFile(dialect)) : [[`${name}.json`, name] as const],
);

/** The language of the default dialect has the plain name. */
function patternFile(dialect: string): SchemaFile {
  return dialect === aliyun.name
    ? ['pattern.json', 'pattern']
    : [`pattern-${dialect}.json`, 'pattern', '--dialect', dialect];
}

/** A run whose output goes to `stdout`, without an environment. */
export function io(stdout: Output): Io {
  return { cwd: FOLDER, env: {}, stdin: process.stdin, stdout, stderr: process.stderr };
}

/** What `eb-pattern schema` prints. */
export async function schemaText(argv: readonly string[]): Promise<string> {
  let text = '';
  const stdout = {
    write: (chunk: string | Uint8Array) => {
      text += String(chunk);
      return true;
    },
  };
  const code = await main(['schema', ...argv, '--no-config'], io(stdout));
  if (code !== 0) throw new Error(`eb-pattern schema ${argv.join(' ')} ended with ${code}`);
  return text;
}

export async function writeSchemas(): Promise<void> {
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(FOLDER, { recursive: true });
  for (const [file, ...argv] of schemaFiles) {
    // Without white space, which is 40 % of the text.
    writeFileSync(`${FOLDER}${file}`, JSON.stringify(JSON.parse(await schemaText(argv))));
  }
}
