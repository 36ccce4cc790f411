import { readdirSync, readFileSync } from 'node:fs';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { compilePattern } from '../../src/index.ts';
import { operators, plain } from '../../src/pattern/operators/index.ts';
import { assertOperatorLaws } from './operator-laws.ts';

const rows = [plain, ...operators.values()];

describe('the operator table', () => {
  it('has the operators of the language', () => {
    expect([...operators.keys()].toSorted()).toEqual([
      'anything-but',
      'cidr',
      'contains',
      'exists',
      'numeric',
      'prefix',
      'suffix',
    ]);
  });

  it.each(rows.map((operator) => [operator.name, operator] as const))(
    'satisfies the laws of an operator: %s',
    (_, operator) => {
      assertOperatorLaws(operator);
    },
  );

  it.each(rows.map((operator) => [operator.name, operator] as const))(
    'has a summary of one sentence without a full stop for %s',
    (_, { summary }) => {
      expect(summary).toMatch(/^[a-z].*[^.]$/);
      expect(summary).not.toContain('. ');
    },
  );

  it('has no condition but `exists: false` that holds for a missing field', () => {
    const event = { data: {} };
    const holding = rows
      .flatMap(({ examples }) => examples.accepted)
      .filter((text) => text.startsWith('{"data"') && compilePattern(text).matches(event));
    expect(holding).toEqual(['{"data":{"state":[{"exists":false}]}}']);
  });
});

describe('the name of an operator', () => {
  /**
   * The files that may name an operator besides its own. `dialect.ts` is data about operators, and `catalogue.ts` is prose with examples.
   * `fix/` writes conditions that are read again, and `aws-pattern.ts` is a type, by which no code decides.
   */
  const MAY_NAME = ['dialect.ts', 'messages.ts', 'catalogue.ts', 'fix/', 'aws-pattern.ts'];
  const root = new URL('../../src/pattern/', import.meta.url);
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => file.endsWith('.ts') && !MAY_NAME.some((name) => file.startsWith(name)));
  const named = files.map((file) => ({ file, names: namesIn(readFileSync(new URL(file, root), 'utf8')) }));

  /** Whole string literals and names of members, by which code can decide. A longer text that contains the word is a message. */
  function namesIn(text: string): Set<string> {
    const names = new Set<string>();
    const visit = (node: ts.Node): void => {
      if (ts.isStringLiteralLike(node)) names.add(node.text);
      if ((ts.isPropertyAssignment(node) || ts.isPropertySignature(node)) && ts.isIdentifier(node.name))
        names.add(node.name.text);
      if (ts.isPropertyAccessExpression(node)) names.add(node.name.text);
      ts.forEachChild(node, visit);
    };
    visit(ts.createSourceFile('file.ts', text, ts.ScriptTarget.Latest));
    return names;
  }

  it.each([...operators.keys()])('%s is a literal in the file of the operator only', (name) => {
    const naming = named.filter(({ names }) => names.has(name)).map(({ file }) => file);
    expect(naming).toEqual([`operators/${name}.ts`]);
  });

  it('is searched in every file of the core', () => {
    expect(files.length).toBeGreaterThan(30);
    expect(namesIn("const a = 'x'; b.y; const c = { z: `w` }; // 'v'")).toEqual(new Set(['x', 'y', 'z', 'w']));
  });
});
