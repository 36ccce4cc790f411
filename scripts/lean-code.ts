/** Makes the code that ajv generates smaller: what no reader of its errors uses is left out. */

const STRING = String.raw`"(?:[^"\\]|\\.)*"`;

/** From the text of ajv 8; `leanCode` throws where a new version writes them otherwise. */
const CHANGES: readonly (readonly [found: RegExp, written: string])[] = [
  // Only keywords that no schema has read the parent and the root of a value.
  [new RegExp(String.raw`,parentData:\w+,parentDataProperty:(?:${STRING}|\w+),rootData`, 'g'), ''],
  [/, parentData, parentDataProperty, rootData=data/g, ''],
  // The translators find the keyword's value in the schema, by the place of the error.
  [new RegExp(`schemaPath:${STRING},`, 'g'), ''],
  [new RegExp(String.raw`params:\{(?:type|pattern|allowedValues): ?(?:${STRING}|[\w.]+)\}`, 'g'), 'params:{}'],
  // `concat` copies all errors so far for each value that is wrong: the time would grow with their square.
  [/vErrors === null \? (\w+)\.errors : vErrors\.concat\(\1\.errors\)/g, 'append(vErrors, $1.errors)'],
];

const REST = /parentData|rootData|schemaPath|params:\{(?:type|pattern|allowedValues)\b|\.concat\(/;

const APPEND =
  'function append(errors, more) { if (errors === null) return more; for (const error of more) errors.push(error); return errors; }';

/** @throws Error for code that keeps something of what is to be left out */
export function leanCode(code: string): string {
  const lean = CHANGES.reduce((text, [found, written]) => text.replace(found, written), code);
  const rest = REST.exec(lean);
  if (rest !== null) throw new Error(`ajv writes \`${rest[0]}\` in a form that scripts/lean-code.ts does not know`);
  return `${lean}\n${APPEND}`;
}
