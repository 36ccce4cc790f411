/** Checks that the members of a target parameter fit together. */
import { readJson } from '../../json.ts';
import type { Path, ReportFinding } from './finding.ts';
import { isJsonPath } from './json-path.ts';
import { isObject, same } from './lookup.ts';
import { isSecretPath } from './secrets.ts';
import type { Shape } from './shape.ts';

const OTHER_FORMS: ReadonlySet<string> = new Set(['ORIGINAL', 'JSONPATH', 'CONSTANT']);

type Parameter = Readonly<Record<string, unknown>>;

/** `shape` has the valid constants of the parameter, where they are documented. */
export function checkTarget(parameter: Parameter, path: Path, shape: Shape, report: ReportFinding): void {
  const { Value: value, Template: template } = parameter;
  const form = typeof parameter.Form === 'string' ? parameter.Form.toUpperCase() : '';
  if (isObject(value)) report('value-not-text', [...path, 'Value'], {}, { hint: 'write its JSON in a string' });
  if (form === 'TEMPLATE') checkTemplate(parameter, path, report);
  else if (typeof template === 'string' && template !== '' && OTHER_FORMS.has(form)) {
    report('template-unused', [...path, 'Template'], { form });
  }
  if (form === 'JSONPATH' && !isObject(value)) checkPath(value, path, report);
  if (form === 'CONSTANT' && shape.kind === 'target' && shape.values !== undefined && typeof value === 'string') {
    const allowed = shape.values;
    if (!allowed.some((known) => same(known, value))) {
      report('constant-not-in-set', [...path, 'Value'], { ...shown(path, value), allowed });
    }
  }
}

function checkPath(value: unknown, path: Path, report: ReportFinding): void {
  const text = typeof value === 'string' ? value : value === undefined ? '' : undefined;
  if (text === undefined || isJsonPath(text)) return;
  const place = value === undefined ? path : [...path, 'Value'];
  // A bare word may be meant as a path or as a constant: the hint has both.
  const hint = /^[\w.]+$/.test(text) && !isSecretPath(path) ? `write $.${text}, or the form CONSTANT` : undefined;
  report('value-not-json-path', place, text === '' ? {} : shown(path, text), { hint });
}

function checkTemplate({ Value: value, Template: template }: Parameter, path: Path, report: ReportFinding): void {
  if (template === undefined || template === '') {
    report('template-missing', path, {});
    return;
  }
  // The schema reports wrong types.
  if (typeof template !== 'string' || (value !== undefined && typeof value !== 'string' && !isObject(value))) return;
  const defined = namesOf(value);
  const undefinedNames = [...new Set(namesIn(template))].filter((name) => !defined.has(name));
  // A secret that was written into the template would look like a name.
  if (undefinedNames.length > 0) {
    const names = isSecretPath(path) ? ['…'] : undefinedNames.slice(0, 10);
    report('template-name-undefined', [...path, 'Template'], { names });
  }
}

function namesOf(value: unknown): ReadonlySet<string> {
  if (isObject(value)) return new Set(Object.keys(value));
  const node = typeof value === 'string' ? readJson(value).node : undefined;
  return new Set(node?.kind === 'object' ? node.members.map(({ name }) => name) : []);
}

/** The names in `${name}` and in helpers such as `${jsonEscape(name)}`. */
function namesIn(template: string): string[] {
  return Array.from(
    template.matchAll(/\$\{\s*(?:(?:jsonEscape|htmlEscape)\(\s*([^(){}\s]+)\s*\)|([^{}\s]+))\s*\}/g),
    (m) => String(m[1] ?? m[2]),
  );
}

function shown(path: Path, found: string): { found?: string } {
  return isSecretPath(path) ? {} : { found };
}
