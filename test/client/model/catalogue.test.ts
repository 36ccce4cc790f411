import { describe, expect, it } from 'vitest';
import { checkStream, type StreamCode, streamCatalogue } from '../../../src/client/model/index.ts';
import type { Entry } from '../../../src/index.ts';
import { MAX_DEPTH } from '../../../src/json.ts';
import { over } from './documents.ts';

const codes = Object.keys(streamCatalogue) as StreamCode[];

const deep = (levels: number): unknown => (levels === 0 ? 1 : { a: deep(levels - 1) });

/** Documents for the entries whose example is only described, since it is too long to print or not JSON. */
const documents: Partial<Record<StreamCode, unknown>> = {
  'not-json-value': over({ RunOptions: { MaximumTasks: Number.NaN } }),
  'too-deep': over({ Sink: { SinkBaiLianParameters: { Context: deep(MAX_DEPTH) } } }),
  'body-too-large': over({ Description: 'é'.repeat(60_000) }),
  'stream-not-object': [],
  'text-too-long': over({
    Sink: { SinkMNSParameters: { Body: { Form: 'CONSTANT', Value: 'a'.repeat(10_241) } } },
  }),
  'too-many-items': over({ Tags: Array.from({ length: 21 }, (_, i) => ({ Key: `k${i}`, Value: 'v' })) }),
  'long-body': over({ Description: 'a'.repeat(8192) }),
};

const operationOf = (code: StreamCode) => (code === 'update-without-pattern' ? 'update' : 'create');

function documentOf(code: StreamCode): unknown {
  if (code in documents) return documents[code];
  const document = over(JSON.parse(streamCatalogue[code].avoid));
  return code === 'update-without-pattern' ? { ...document, FilterPattern: undefined } : document;
}

describe('the catalogue of findings', () => {
  it.each(codes)('has a document for %s', (code) => {
    const found = checkStream(documentOf(code), { operation: operationOf(code) }).filter((f) => f.code === code);
    expect(found).toHaveLength(1);
    expect(found[0]?.severity).toBe(streamCatalogue[code].severity);
  });

  it.each(codes)('has no finding for the document preferred to one with %s', (code) => {
    const { prefer }: Entry<never> = streamCatalogue[code];
    const document = code === 'stream-not-object' ? over({}) : over(JSON.parse(prefer));
    expect(checkStream(document, { operation: operationOf(code) })).toEqual([]);
  });

  it.each(codes)('has one sentence in lower case without a full stop for %s', (code) => {
    for (const { message } of checkStream(documentOf(code), { operation: operationOf(code) })) {
      expect(message).toMatch(/^[^A-Z].*[^.]$/s);
      expect(message).not.toMatch(/must (?:match|be)|schema/);
    }
  });
});
