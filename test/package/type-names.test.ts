import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const read = (file: string) => readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8');

/** The declaration of each name that an entry exports, from `api-report/`. */
function exportsOf(report: string): ReadonlyMap<string, string> {
  const blocks = read(`api-report/${report}`).split(/\n\n(?=export |\/\/ exported as )/);
  return new Map(
    blocks.flatMap((block) => {
      const name =
        /^\/\/ exported as (\w+)/.exec(block)?.[1] ??
        /^export (?:declare )?(?:abstract )?(?:interface|type|class|function|const) (\w+)/.exec(block)?.[1];
      return name === undefined ? [] : [[name, block.trim()] as const];
    }),
  );
}

/** The types that files of the source export, each with its files. */
function exportedTypes(): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const file of readdirSync(new URL('../../src', import.meta.url), { recursive: true, encoding: 'utf8' })) {
    if (!/(?<!\.d)\.tsx?$/.test(file)) continue;
    for (const [, name = ''] of read(`src/${file}`).matchAll(/^export (?:interface|type|class) (\w+)\b(?! \})/gm)) {
      found.set(name, [...(found.get(name) ?? []), file]);
    }
  }
  return found;
}

describe('the names of types', () => {
  it('mean one thing in all entries', () => {
    const reports = readdirSync(new URL('../../api-report', import.meta.url));
    const declared = new Map<string, string>();
    let shared = 0;
    for (const report of reports) {
      for (const [name, declaration] of exportsOf(report)) {
        const other = declared.get(name);
        if (other !== undefined) shared++;
        expect(declaration, `${name} in ${report}`).toBe(other ?? declaration);
        declared.set(name, declaration);
      }
    }
    expect(declared.size).toBeGreaterThan(200);
    expect(shared).toBeGreaterThan(0);
  });

  it.each([
    'Diagnostic',
    'Failure',
    'Finding',
    'JsonObject',
    'JsonSchema',
    'Operation',
    'PatternInput',
    'RunReport',
    'Source',
    'Stream',
  ])('give %s one meaning in the source', (name) => {
    expect(exportedTypes().get(name)).toHaveLength(1);
  });
});
