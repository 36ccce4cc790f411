import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkStream } from '../../../src/client/model/index.ts';

const folder = new URL('samples/', import.meta.url);
const files = readdirSync(folder);

/** Members in the samples of the reference that its rules do not cover have a warning. */
const warnings: Readonly<Record<string, readonly string[]>> = {
  'create-rabbitmq-to-mns.json': ['missing-member'],
  'routing-key-plain-word.json': ['value-not-json-path'],
  'template-names-value.json': ['template-name-undefined'],
  'template-beside-constant.json': ['template-unused', 'template-unused'],
  'value-is-an-object.json': ['value-not-text'],
  'update-without-pattern.json': ['update-without-pattern'],
  'run-options.json': [],
};

describe('the samples of the reference', () => {
  it('are all listed', () => {
    expect(files.sort()).toEqual(Object.keys(warnings).sort());
  });

  it.each(files)('have no error: %s', (file) => {
    const document: unknown = JSON.parse(readFileSync(new URL(file, folder), 'utf8'));
    const operation = file.startsWith('update') ? 'update' : 'create';
    const findings = checkStream(document, { operation });
    expect(findings.map(({ severity, code }) => `${severity} ${code}`)).toEqual(
      warnings[file]?.map((code) => `warning ${code}`),
    );
  });
});
