/** Schemas for editors accept what those without annotations accept, and say what is wrong in words. */
import { readdirSync, readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { annotated } from '../../../src/cli/schemas/annotate.ts';
import { streamForEditors, suiteForEditors } from '../../../src/cli/schemas/schemas.ts';
import { streamSchema } from '../../../src/client/index.ts';
import type { JsonSchema } from '../../../src/index.ts';
import { anyDocument, placesOf } from '../../client/model/arbitrary.ts';
import { changed } from '../../client/model/documents.ts';
import { ROOT } from '../../docs/markdown.ts';
import { runs } from '../../support/runs.ts';
import { run } from '../run-main.ts';
import { vsCode, yamlServer } from './editors.ts';

const compile = (schema: JsonSchema) => new Ajv2020({ strict: false }).compile(schema);

describe('the schema of stream documents', () => {
  const plain = compile(streamSchema());
  const forEditors = compile(streamForEditors());
  const broken = anyDocument.chain((document) =>
    fc
      .tuple(fc.constantFrom(...placesOf(document)), fc.constantFrom<unknown>(undefined, {}, [], 'x', 7, null))
      .map(([{ path }, value]) => changed(document, path, value)),
  );

  it('accepts the same documents', () => {
    const verdicts = new Set<boolean>();
    fc.assert(
      fc.property(fc.oneof(anyDocument, broken), (document) => {
        const verdict = plain(document);
        verdicts.add(verdict);
        expect(forEditors(document)).toBe(verdict);
      }),
      { numRuns: runs(300) },
    );
    expect([...verdicts].sort()).toEqual([false, true]);
  });

  it.each([vsCode, yamlServer])('names values and members: %#', async (open) => {
    const editor = open(streamForEditors());
    const says = async (text: string) => (await editor.problems(text)).map(({ message }) => message);
    expect(await says('{"RunOptions": {"ErrorsTolerance": "SOME"}}')).toContain('one of ALL, NONE');
    expect(await says('{"Source": {}}')).toContainEqual(expect.stringMatching(/^exactly one of .*SourceMNSParameters/));
    expect(await editor.complete('{"RunOptions": {"ErrorsTolerance": |}}')).toEqual(
      expect.arrayContaining([expect.stringContaining('ALL'), expect.stringContaining('NONE')]),
    );
  });
});

describe('the schema of suites', () => {
  const editor = yamlServer(suiteForEditors());
  const says = async (text: string) => (await editor.problems(text)).map(({ message }) => message);

  it('has no objection to the examples', async () => {
    const names = readdirSync(`${ROOT}examples`).filter((name) => name.endsWith('.eb-test.yaml'));
    expect(names.length).toBeGreaterThan(10);
    for (const name of names) expect(await says(readFileSync(`${ROOT}examples/${name}`, 'utf8')), name).toEqual([]);
  });

  it('reports errors of the suite, and of a pattern in it', async () => {
    const test = 'tests:\n  - name: a\n    event: {}\n    match: true\n';
    expect(await says(`pattern: {source: [{prefx: a}]}\n${test}`)).toEqual([
      expect.stringContaining('there is no such operator'),
    ]);
    expect(await says(`pattern: {}\npatterns: rules\n${test}`)).toEqual([
      'a suite has `pattern` or `patterns`, not both',
    ]);
    expect(await says('pattern: {}\n')).toEqual(['the suite tests nothing: it has neither `tests` nor `invalid`']);
    expect(await says(`pattern: {}\n${test}    matches: true\n`)).toEqual(['Property matches is not allowed.']);
  });

  it('completes tests, and operators in a pattern', async () => {
    expect(await editor.complete('pattern: {}\ntests:\n  - |')).toEqual(expect.arrayContaining(['name', 'a test']));
    expect(await editor.complete('pattern:\n  source:\n    - |')).toContain('{"prefix": ""}');
  });
});

describe('the schema of the config file', () => {
  it.each([vsCode, yamlServer])('gives the reason for what the file must not say: %#', async (open) => {
    const editor = open(JSON.parse((await run(['schema', 'config'])).out));
    const [problem, ...others] = await editor.problems('{"stream": {"transport": "rpc"}}');
    expect(others).toEqual([]);
    expect(problem?.message).toBe('Refused in this file: it decides where credentials are sent.');
    expect(await editor.complete('{"dialect": |}')).toEqual(
      expect.arrayContaining([expect.stringContaining('aliyun')]),
    );
    expect(await editor.hover('{"dia|lect": "aliyun"}')).toContain('The language of patterns.');
  });
});

describe('annotated', () => {
  const schema = {
    type: 'object',
    properties: {
      a: { not: {}, description: 'refused' },
      b: { type: 'object', minProperties: 1, maxProperties: 1, properties: { c: {}, d: {} } },
      description: { type: 'string', description: 'a member of this name' },
    },
    additionalProperties: false,
  };
  const documents = [
    {},
    { a: 1 },
    { a: null },
    { b: {} },
    { b: { c: 1 } },
    { b: { c: 1, d: 1 } },
    { description: 'x' },
    1,
  ];

  it('accepts the same values', () => {
    const [before, after] = [compile(schema), compile(annotated(schema))];
    expect(documents.map((one) => after(one))).toEqual(documents.map((one) => before(one)));
  });

  it('takes a member for a member, not for a keyword', () => {
    expect(annotated(schema)).toMatchObject({
      properties: { description: { type: 'string', markdownDescription: 'a member of this name' } },
    });
    expect(annotated(schema)).not.toHaveProperty('markdownDescription');
  });
});
