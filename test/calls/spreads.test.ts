/**
 * Finds every call that spreads a list into its arguments, by the syntax tree. Arguments are on the stack: with more than some 100,000 a
 * call throws RangeError, so that each such list needs a bound.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { expect, it } from 'vitest';
import { Failure } from '../../src/cli/findings/failure.ts';
import { parsePattern } from '../../src/index.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The bounds of the lists that are spread: the file, the list, and the reason for the bound. */
const BOUNDED: readonly (readonly [file: RegExp, spread: RegExp, why: string])[] = [
  [
    /^cli\/(?:flags\/|.*\/(?:coverage-)?flags\.|(?:program|global-flags|usage)\.)/,
    /./,
    'flags, examples and arguments of the command line',
  ],
  [/^cli\/commands\/code\/run/, /^codes\b/, 'the codes of the catalogue'],
  [
    /^cli\/(answer|explanation)\/(finding|shape|answer)/,
    /^(Object\.keys\((findingCatalogue|reasonTexts)\)|dialects\.map\()/,
    'the codes and dialects of the source',
  ],
  [
    /^cli\/language-server\/(lanes|server|worker)/,
    /^(args|rest|call\.args)$/,
    'the arguments of a call in the source, which a worker thread may answer',
  ],
  [/^cli\/schemas\/conditions/, /^this\.objects\b/, 'a schema for each operator'],
  [/^cli\/terminal\/table/, /^widths$/, 'the columns of a table of the source'],
  [/^cli\/reporter\/deliver/, /^await attempt\b/, 'one trouble at most'],
  [/^cli\/sources\/nodes|^client\/transport\/reply/, /^(names|FLAT)$/, 'the arguments of a call in the source'],
  [/^cli\/terminal\/redaction|^client\/call/, /^(secrets\b|secretsOf\(|secretsIn\()/, 'the members of credentials'],
  [/^client\/limiter/, /^buckets\b/, 'a limit for each unit of time'],
  [/^client\/model\/network/, /^VPC$/, 'a list of the source'],
  [
    /^fast-check\//,
    /./,
    'fast-check takes arguments: the words of the source, or a schema or pattern of the developer',
  ],
  [/^pattern\/analysis\/incremental/, /^other$/, 'a pair'],
  [/^pattern\/(fix|semantics|check)/, /^(make\.)?(remove|wrap|wrapWith|unwrap)\(/, 'the edits of one place'],
  [/^pattern\/format/, /^snippet\(/, 'the lines of an excerpt'],
  [/^playground\/page\/problems/, /^all$/, 'the findings at one place'],
  [/^playground\/state\/fragment/, /^bytes\.subarray\(at, at \+ CHUNK\)$/, 'a few thousand bytes at once'],
  [/^pattern\/set\/access/, /^this\.itemsOf\(/, 'three items for one entry'],
  [/^pattern\/mutants/, /^(slip|field\b.*)$/, 'the conditions that stand in the place of one'],
];

interface Spread {
  readonly file: string;
  readonly line: number;
  /** What is spread, without parentheses around it. */
  readonly code: string;
}

const all: readonly Spread[] = spreads();

function spreads(): readonly Spread[] {
  return readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'))
    .sort()
    .flatMap((file) => spreadsOf(file, readFileSync(join(root, 'src', file), 'utf8')));
}

function spreadsOf(file: string, text: string): readonly Spread[] {
  const tree = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const found: Spread[] = [];
  const add = (node: ts.Expression): void => {
    const inner = ts.isParenthesizedExpression(node) ? node.expression : node;
    const line = tree.getLineAndCharacterOfPosition(node.getStart()).line + 1;
    found.push({ file, line, code: inner.getText() });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) || ts.isNewExpression(node)) {
      for (const argument of node.arguments ?? []) if (ts.isSpreadElement(argument)) add(argument.expression);
      // `apply` takes its arguments as a list.
      const { expression } = node;
      const [, list] = node.arguments ?? [];
      if (ts.isPropertyAccessExpression(expression) && expression.name.text === 'apply' && list !== undefined) {
        const receiver = expression.expression.getText();
        // Bytes of a text: `decodeString` passes at most 1000, which a test of long strings asserts.
        if (receiver !== 'String.fromCharCode' && !receiver.startsWith('(await import(')) add(list);
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

it('finds calls with spread arguments, and one with a list as long as an input', () => {
  expect(all.length).toBeGreaterThan(30);
  expect(spreadsOf('x.ts', 'list.push(...problems); Math.max.apply(null, numbers)').map(({ code }) => code)).toEqual([
    'problems',
    'numbers',
  ]);
});

it('lists a bound for each list that is spread into arguments', () => {
  const unbounded = all.filter(
    ({ file, code }) => !BOUNDED.some(([files, spread]) => files.test(file) && spread.test(code)),
  );
  expect(unbounded.map(({ file, line, code }) => `${file}:${line}: ...${code}`)).toEqual([]);
});

it('lists no bound for a call that was removed', () => {
  const unused = BOUNDED.filter(
    ([files, spread]) => !all.some(({ file, code }) => files.test(file) && spread.test(code)),
  );
  expect(unused).toEqual([]);
});

it('reads more copies of a member, and shows more problems, than a call can have arguments', () => {
  const many = Array.from({ length: 200_000 }, () => '"k":["a"]');
  const { diagnostics } = parsePattern(`{"data":{${many.join(',')}}}`);
  expect(diagnostics.map(({ code }) => code)).toContain('duplicate-name');
  expect(new Failure(many.map((message) => ({ message }))).problems).toHaveLength(many.length);
});
