/** `plan` and a Create whose answer was lost use one comparison of documents. */
import { describe, expect, it } from 'vitest';
import { changesOf, firstDifference } from '../../src/client/changes.ts';
import { diagnoseStream, type EventStreamingDocument, type Stream } from '../../src/client/index.ts';
import { samePattern } from '../../src/client/same-pattern.ts';
import { clientOf } from '../support/service/harness.ts';
import { faults, Service } from '../support/service/index.ts';
import { MemoryDispatcher } from '../support/service/memory.ts';
import { streamDocument } from '../support/service/stream.ts';

const hook = (Token: string) => ({
  SinkHttpsParameters: { URL: { Form: 'CONSTANT', Value: 'https://example.com' }, Token, Body: { Form: 'ORIGINAL' } },
});
const cases: readonly (readonly [string, Partial<EventStreamingDocument>, object, string | undefined])[] = [
  ['the same', {}, {}, undefined],
  ['what the service adds', {}, { Status: 'READY', DetailedStatus: { TPS: 0 } }, undefined],
  ['another description', {}, { Description: 'of another' }, '/Description'],
  ['an empty description and none', { Description: '' }, { Description: undefined }, undefined],
  ['a default that Get leaves out', {}, { RunOptions: undefined }, undefined],
  [
    'order of members of the pattern',
    { FilterPattern: '{"a":["x"],"b":["y"]}' },
    { FilterPattern: '{ "b":["y"], "a":["x"] }' },
    undefined,
  ],
  [
    'number texts',
    { FilterPattern: '{"data":{"n":[300]}}' },
    { FilterPattern: '{"data":{"n":[300.0]}}' },
    '/FilterPattern',
  ],
  ['an empty pattern and {}', { FilterPattern: '{}' }, { FilterPattern: '' }, undefined],
  ['a pattern that was not sent', { FilterPattern: '{}' }, { FilterPattern: '{"source":["a"]}' }, '/FilterPattern'],
  ['a masked secret', { Sink: hook('s3cret') as never }, { Sink: hook('***') }, undefined],
  [
    'a secret that Get leaves out',
    { Sink: hook('s3cret') as never },
    { Sink: { SinkHttpsParameters: { ...hook('').SinkHttpsParameters, Token: undefined } } },
    undefined,
  ],
  ['another secret', { Sink: hook('s3cret') as never }, { Sink: hook('other') }, '/Sink/SinkHttpsParameters/Token'],
  ['tags, which Get leaves out', { Tags: [{ Key: 'a', Value: 'b' }] } as never, {}, undefined],
];

describe('an existing stream', () => {
  it.each(cases)('is compared with the document: %s', async (_, sent, there, pointer) => {
    const document = streamDocument('orders', sent);
    const present = JSON.parse(JSON.stringify({ ...document, Tags: undefined, ...there })) as Stream;
    expect(firstDifference(document, present)).toBe(pointer);
    const { members, pattern } = changesOf(document, present);
    expect(pattern || members.some(({ kind }) => kind !== 'remove')).toBe(pointer !== undefined);

    const service = Service.inMemory();
    service.fault = ({ operation }) => (operation === 'CreateEventStreaming' ? faults.resetBefore : undefined);
    service.streams.do('CreateEventStreaming', { FilterPattern: '{}', ...present });
    const client = clientOf(service, { dispatcher: new MemoryDispatcher(service) });
    const created = client.create(document);
    if (pointer === undefined) await expect(created).resolves.toMatchObject({ findings: expect.anything() });
    else
      await expect(created).rejects.toMatchObject({ code: 'StreamDiffers', message: expect.stringContaining(pointer) });
  });

  it('has the same pattern when both are equal as JSON, and when both are absent', () => {
    expect(samePattern(undefined, '{}')).toBe(true);
    expect(samePattern('{"a":["\\u0062"]}', '{"a":["b"]}')).toBe(true);
    expect(samePattern('{"a":[1e2]}', '{"a":[100]}')).toBe(false);
    expect(samePattern('{"a":', '{"a":')).toBe(true);
    expect(samePattern('{"a":', '{}')).toBe(false);
  });
});

describe('findings beyond the limit', () => {
  it('are counted, those of the document and those of its pattern', () => {
    const Transforms = Array.from({ length: 150 }, () => ({ Wrong: 1 }));
    const FilterPattern = JSON.stringify({ source: Array.from({ length: 130 }, () => ({ suffix: 5 })) });
    const { findings, omitted } = diagnoseStream(
      { ...streamDocument('orders'), Transforms, FilterPattern },
      { operation: 'create' },
    );
    expect(findings).toHaveLength(100);
    // The pattern checker keeps 100 of its 130 findings, and its errors precede the warnings of the transforms.
    expect(omitted.errors).toBe(30);
    expect(omitted.warnings).toBeGreaterThanOrEqual(150);
    expect(diagnoseStream(streamDocument('orders'), { operation: 'create' }).omitted).toEqual({
      errors: 0,
      warnings: 0,
      infos: 0,
    });
  });
});
