/**
 * Translates errors of the compiled schemas to findings. The error has the place and the keyword; the shape at the place has what is
 * expected there.
 */
import { parsePointer } from '../../index.ts';
import { readJson } from '../../json.ts';
import type { Path, ReportFinding } from './finding.ts';
import { isObject, shapeAt, valueAt } from './lookup.ts';
import { nameProblem } from './name.ts';
import { isSecretPath } from './secrets.ts';
import type { Shape } from './shape.ts';
import type { SchemaError } from './validators.generated.js';

/** Reports a finding for each error. `root` is the shape of the document. */
export function translate(errors: readonly SchemaError[], document: unknown, root: Shape, report: ReportFinding): void {
  for (const error of errors) {
    const path = parsePointer(error.instancePath) ?? [];
    const shape = shapeAt(root, path);
    if (shape !== undefined) one(error, shape, path, valueAt(document, path), report);
  }
}

function one({ keyword, params }: SchemaError, shape: Shape, path: Path, value: unknown, report: ReportFinding): void {
  switch (keyword) {
    case 'type':
      wrongType(shape, path, value, report);
      break;
    case 'required':
      missing(shape, path, String(params.missingProperty), report);
      break;
    case 'minProperties':
      report('no-endpoint', path, { member: lastOf(path) }, { hint: endpointHint(path) });
      break;
    case 'maxProperties':
      report('several-endpoints', path, { member: lastOf(path), names: Object.keys(value as object).slice(0, 10) });
      break;
    case 'maxItems':
      report('too-many-items', path, { limit: Number(params.limit) });
      break;
    case 'maxLength':
      report('text-too-long', path, { limit: Number(params.limit) });
      break;
    case 'false schema':
      report('only-on-openapi-v2', path, { name: lastOf(path) }, { hint: 'choose the transport `openapi-v2`' });
      break;
    default:
      outside(shape, path, value, report);
  }
}

function wrongType(shape: Shape, path: Path, value: unknown, report: ReportFinding): void {
  // A fraction instead of an integer is reported as outside the range.
  if (typeof value === 'number' && shape.kind === 'number') {
    outside(shape, path, value, report);
    return;
  }
  const expected = expectation(shape);
  if (typeof value === 'string' && ['object', 'list', 'target', 'map'].includes(shape.kind) && holdsJson(value)) {
    report('json-in-string', path, { expected }, { hint: 'write its content without the outer quotes and escapes' });
    return;
  }
  report('wrong-type', path, { expected, found: describe(value) }, { hint: typeHint(shape, path, value) });
}

export function missing(shape: Shape, path: Path, name: string, report: ReportFinding, severity?: 'warning'): void {
  const member = shapeAt(shape, [name]);
  const hint =
    severity === 'warning'
      ? 'the data-plane SDK requires it, the control plane does not'
      : member?.kind === 'choice'
        ? `its values are ${member.values.join(', ')}`
        : undefined;
  report('missing-member', path, { name }, { hint, severity });
}

function outside(shape: Shape, path: Path, value: unknown, report: ReportFinding): void {
  const found = isSecretPath(path) ? {} : { found: String(value) };
  switch (shape.kind) {
    case 'name':
      report('invalid-name', path, { problem: nameProblem(String(value)) ?? 'it is against the rule' });
      break;
    case 'choice': {
      const allowed = [...shape.values, ...(shape.also === undefined ? [] : [shape.also.about])];
      report('value-not-in-set', path, { ...found, allowed });
      break;
    }
    case 'numeral':
    case 'number': {
      const whole = shape.kind === 'numeral' || shape.integer === true;
      const { min = 0, max = Number.MAX_SAFE_INTEGER } = shape;
      report('value-out-of-range', path, { ...found, whole, min, max });
      break;
    }
    default:
      throw new Error(`no finding for a schema error at ${path.join('/')}`);
  }
}

const EXPECTATIONS: Readonly<Record<Shape['kind'], string>> = {
  text: 'a string',
  'text or object': 'a string',
  name: 'a string',
  choice: 'a string',
  numeral: 'a string that holds a number',
  number: 'a number',
  boolean: 'true or false',
  any: 'anything',
  map: 'an object',
  list: 'a list',
  object: 'an object',
  target: 'a target parameter',
};

function expectation(shape: Shape): string {
  return shape.kind === 'object' && shape.target === true ? EXPECTATIONS.target : EXPECTATIONS[shape.kind];
}

export function describe(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}

function typeHint(shape: Shape, path: Path, value: unknown): string | undefined {
  if (value === null) return 'leave it out';
  const plain = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
  const shown = plain && !isSecretPath(path) ? JSON.stringify(String(value)) : undefined;
  switch (shape.kind) {
    case 'text':
      return lastOf(path) === 'FilterPattern' && isObject(value)
        ? 'write the JSON text of the pattern in a string'
        : stringHint(value, shown);
    case 'choice':
    case 'numeral':
    case 'text or object':
      return stringHint(value, shown);
    case 'number':
    case 'boolean':
      return typeof value === 'string' && EXACT[shape.kind].test(value) ? `write ${value} without quotes` : undefined;
    case 'target':
      return plain
        ? `write {"Form": "CONSTANT", "Value": ${shown === undefined || shown.length > 60 ? '…' : shown}}`
        : undefined;
    default:
      return undefined;
  }
}

const EXACT = { number: /^-?(?:0|[1-9][0-9]{0,15})$/, boolean: /^(?:true|false)$/ } as const;

function stringHint(value: unknown, shown: string | undefined): string | undefined {
  return shown !== undefined && (typeof value === 'number' || typeof value === 'boolean')
    ? `write ${shown}`
    : undefined;
}

function endpointHint(path: Path): string {
  return `name one, as in {"${lastOf(path)}MNSParameters": {…}}`;
}

function holdsJson(text: string): boolean {
  const kind = /^\s*[[{]/.test(text) ? readJson(text).node?.kind : undefined;
  return kind === 'object' || kind === 'array';
}

function lastOf(path: Path): string {
  return String(path.at(-1) ?? '');
}
