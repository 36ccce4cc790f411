/**
 * Compiles the JSON Schemas of all documents that are checked to functions: the package neither makes code from text nor loads ajv.
 * The types of what is written stand beside it.
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Ajv } from 'ajv';
import standalone from 'ajv/dist/standalone/index.js';
import { build } from 'esbuild';
import { choicesOf } from '../src/cli/config/choices.ts';
import { configSchema } from '../src/cli/config/schema.ts';
import { baselineSchema } from '../src/cli/policy/baseline-schema.ts';
import { buildProgram } from '../src/cli/program.ts';
import { openSession } from '../src/cli/session/session.ts';
import { baseSchema, overlaySchema } from '../src/client/model/schema.ts';
import { expandedSchema } from '../src/suite/schema.ts';
import { leanCode } from './lean-code.ts';
import { type JsonSchema, leanSchema } from './lean-schema.ts';
import { io } from './schemas.ts';

const root = fileURLToPath(new URL('../', import.meta.url));
export const validatorsFile = 'src/client/model/validators.generated.js';

/** One file of validators. */
export interface Validators {
  readonly file: string;
  readonly schemas: readonly JsonSchema[];
  /** From the name of an export to the id of its schema. */
  readonly names: Readonly<Record<string, string>>;
}

export async function allValidators(): Promise<readonly Validators[]> {
  const program = buildProgram(openSession(io(process.stdout)), () => async () => undefined);
  return [
    {
      file: validatorsFile,
      schemas: [baseSchema(), overlaySchema('openapi-v2'), overlaySchema('others')],
      names: {
        base: 'stream',
        openapiV2: 'openapi-v2',
        others: 'others',
        businessOption: 'stream#/$defs/businessOption',
      },
    },
    one('src/suite/validator.generated.js', 'suite', expandedSchema),
    // With the choices of the flags, which the program has.
    one('src/cli/config/validator.generated.js', 'config', configSchema(choicesOf(() => program)) as JsonSchema),
    one('src/cli/policy/validator.generated.js', 'baseline', baselineSchema),
  ];
}

function one(file: string, name: string, schema: JsonSchema): Validators {
  return { file, schemas: [{ ...schema, $id: name }], names: { [name]: name } };
}

export async function compiled({ schemas, names }: Validators): Promise<string> {
  // The keywords in use mean the same in every draft, and ajv's class for 2020-12 would keep, for each function, the list of
  // members that it has seen: twice the code for a keyword that no schema has.
  const ajv = new Ajv({
    allErrors: true,
    // The translators make the messages.
    messages: false,
    // One function for each definition.
    inlineRefs: false,
    allowUnionTypes: true,
    // The overlays constrain members whose types the base has checked.
    strictTypes: false,
    strictRequired: false,
    code: { source: true, esm: true, lines: false, optimize: 2 },
    schemas: schemas.map(leanSchema),
  });
  const code = leanCode(standalone.default(ajv, names));
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
  return `// Made by scripts/validators.ts from the schema of this folder: do not edit.\n${output.text}`;
}

/** Of stream documents. */
export async function validatorsSource(): Promise<string> {
  const [streams] = await allValidators();
  return compiled(streams as Validators);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const validators of await allValidators()) {
    const source = await compiled(validators);
    writeFileSync(`${root}${validators.file}`, source);
    console.log(`${validators.file}: ${source.length} bytes`);
  }
}
