/** Checks FilterPattern of a stream document: the findings of `parsePattern`, and fields that the source cannot have. */
import { type Pattern, type PatternOptions, parsePattern } from '../../index.ts';
import type { Findings, ReportFinding } from './finding.ts';
import { isObject, memberShape, same } from './lookup.ts';
import type { Shape, Struct } from './shape.ts';
import { sources } from './sources.ts';

type Values = Readonly<Record<string, unknown>>;

/** Reports nothing for an absent or an empty pattern, which match every event. */
export function checkPattern(stream: Values, options: PatternOptions, findings: Findings): void {
  const { report } = findings;
  const text = stream.FilterPattern;
  if (typeof text !== 'string' || text === '') return;
  const { pattern, diagnostics, omitted } = parsePattern(text, options);
  findings.omit(omitted);
  for (const diagnostic of diagnostics) {
    const { code, message, hint, severity, pointer } = diagnostic;
    // `{}` is the usual pattern of a stream that takes every event.
    if (code === 'matches-everything') continue;
    const details = { hint, severity, patternPointer: pointer, diagnostic };
    report('filter-pattern', ['FilterPattern'], { code, text: message }, details);
  }
  if (pattern === undefined || !isObject(stream.Source)) return;
  for (const [name, parameters] of Object.entries(stream.Source)) {
    const table = Object.hasOwn(sources, name) ? (sources as Readonly<Record<string, Struct>>)[name] : undefined;
    if (table !== undefined && isObject(parameters)) checkBody(pattern, table, parameters, report);
  }
}

function checkBody(pattern: Pattern, table: Struct, parameters: Values, report: ReportFinding): void {
  for (const [name, encoding] of Object.entries(parameters)) {
    const shape = memberShape(table, name);
    const body = shape?.encodes;
    if (body === undefined || !isOtherThanJson(encoding, shape)) continue;
    for (const { path, pointer, mayBeMissing } of pattern.fields) {
      const steps = pattern.dialect.rules.names === 'json-path' ? path.flatMap((part) => part.split('.')) : path;
      const inside = steps.length > body.length && body.every((part, i) => part === steps[i]);
      // A field below a text body is always missing: a condition that holds for a missing field is no mistake.
      if (inside && !mayBeMissing) {
        const hint = `set ${name} to JSON if the messages are JSON`;
        const params = { field: pointer, encoding };
        report('pattern-into-text-body', ['FilterPattern'], params, { patternPointer: pointer, hint });
      }
    }
  }
}

function isOtherThanJson(encoding: unknown, shape: Shape | undefined): encoding is string {
  const known = shape?.kind === 'choice' ? shape.values : [];
  return typeof encoding === 'string' && !same(encoding, 'JSON') && known.some((value) => same(value, encoding));
}
