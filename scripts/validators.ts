/**
 * Writes src/client/model/validators.generated.js: the JSON Schemas of the stream document as functions, with ajv's
 * runtime helpers inside, so that the client neither makes code from text nor loads ajv. Its types stand beside it.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Ajv } from 'ajv';
import standalone from 'ajv/dist/standalone/index.js';
import { build } from 'esbuild';
import { baseSchema, type JsonSchema, overlaySchema } from '../src/client/model/schema.ts';

const root = fileURLToPath(new URL('../', import.meta.url));
export const validatorsFile = 'src/client/model/validators.generated.js';

/** Neither the draft nor words for people: the compiler needs none, and would keep them as data of the module. */
function forCompiler(schema: JsonSchema): JsonSchema {
  return JSON.parse(
    JSON.stringify(schema, (key, value) =>
      ['$schema', 'title', 'description', 'default'].includes(key) && typeof value !== 'object' ? undefined : value,
    ),
  );
}

export async function validatorsSource(): Promise<string> {
  // The keywords in use mean the same in every draft, and ajv's class for 2020-12 would keep, for each function, the list of
  // members that it has seen: twice the code for a keyword that no schema has.
  const ajv = new Ajv({
    allErrors: true,
    // Findings have messages of their own, which never quote a value.
    messages: false,
    // One function for each definition: inlined, the module would be several times as large.
    inlineRefs: false,
    // The overlays constrain members whose types the base has checked.
    strictTypes: false,
    strictRequired: false,
    code: { source: true, esm: true, lines: false },
    schemas: [baseSchema(), overlaySchema('openapi-v2'), overlaySchema('others')].map(forCompiler),
  });
  const code = standalone.default(ajv, {
    base: 'stream',
    openapiV2: 'openapi-v2',
    others: 'others',
    businessOption: 'stream#/$defs/businessOption',
  });
  const { outputFiles } = await build({
    stdin: { contents: code, resolveDir: root, loader: 'js' },
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'neutral',
    mainFields: ['main'],
    target: 'es2022',
    minify: true,
    lineLimit: 160,
    legalComments: 'none',
  });
  const [output] = outputFiles;
  if (output === undefined) throw new Error('esbuild gave no output');
  return `// Made by scripts/validators.ts from the tables of this folder: do not edit.\n${output.text}`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const source = await validatorsSource();
  writeFileSync(`${root}${validatorsFile}`, source);
  console.log(`${validatorsFile}: ${readFileSync(`${root}${validatorsFile}`).length} bytes`);
}
