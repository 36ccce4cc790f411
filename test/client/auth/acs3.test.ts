import { createRequire } from 'node:module';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { acs3Authorization, acs3CanonicalRequest, acs3Signature, sha256 } from '../../../src/client/auth/acs3.ts';
import { formOf } from '../../../src/client/transport/rpc.ts';
import { runs } from '../../support/runs.ts';

const headers = {
  host: 'eventbridge-console.cn-hangzhou.aliyuncs.com',
  'x-acs-version': '2020-04-01',
  'x-acs-date': '2026-11-23T15:00:00Z',
  'x-acs-signature-nonce': 'd410180a5abf7fe235dd9b74aca91fc0',
  accept: 'application/json',
  'user-agent': 'not signed',
};
const FORM = 'application/x-www-form-urlencoded';

describe('the ACS3 signature', () => {
  it('matches the published vector B1', () => {
    const body = formOf({ EventStreamingName: 'myeventstreaming' });
    expect(body).toBe('EventStreamingName=myeventstreaming');
    const payloadHash = sha256(body);
    expect(payloadHash).toBe('1bba952bedc667db7a3826e83991e0352d28776f00d673247958951a7b9b08e8');
    const more = { 'x-acs-action': 'GetEventStreaming', 'content-type': FORM, 'x-acs-content-sha256': payloadHash };
    const request = { method: 'POST', pathname: '/', headers: { ...headers, ...more }, payloadHash };
    expect(sha256(acs3CanonicalRequest(request))).toBe(
      'd9d988de16bb4c8bf12e97ec1091654456f958c096073fb6ac1cf81578ef4d59',
    );
    expect(acs3Authorization(request, { id: 'testAK', secret: 'testSecret' })).toBe(
      'ACS3-HMAC-SHA256 Credential=testAK,SignedHeaders=content-type;host;x-acs-action;x-acs-content-sha256;x-acs-date;x-acs-signature-nonce;x-acs-version,Signature=0168ebd8d4f08974709f928f6fcb87d6e508dd1238d5c9280fcc5479813c0d56',
    );
  });

  it('matches the published vector B2, with a security token, JSON text and tags in a form', () => {
    const body = formOf({
      EventStreamingName: 's1',
      FilterPattern: '{"source":[{"prefix":"acs."}]}',
      Source: { SourceMNSParameters: { QueueName: 'q1', IsBase64Decode: true } },
      Sink: { SinkMNSParameters: { QueueName: { Value: 'q2', Form: 'CONSTANT' } } },
      Tags: [{ Key: 'k', Value: 'v v' }],
    });
    expect(body).toBe(
      'EventStreamingName=s1&FilterPattern=%7B%22source%22%3A%5B%7B%22prefix%22%3A%22acs.%22%7D%5D%7D&Source=%7B%22SourceMNSParameters%22%3A%7B%22QueueName%22%3A%22q1%22%2C%22IsBase64Decode%22%3Atrue%7D%7D&Sink=%7B%22SinkMNSParameters%22%3A%7B%22QueueName%22%3A%7B%22Value%22%3A%22q2%22%2C%22Form%22%3A%22CONSTANT%22%7D%7D%7D&Tags.1.Key=k&Tags.1.Value=v%20v',
    );
    const payloadHash = sha256(body);
    expect(payloadHash).toBe('7e8406ecaab6e0e3c777c1b71d8045c92e014e0e13725d3f326d38b9971cfbbc');
    const more = {
      'x-acs-action': 'CreateEventStreaming',
      'content-type': FORM,
      'x-acs-content-sha256': payloadHash,
      'x-acs-accesskey-id': 'STS.testAK',
      'x-acs-security-token': 'tok+/==',
    };
    const request = { method: 'POST', pathname: '/', headers: { ...headers, ...more }, payloadHash };
    expect(acs3Authorization(request, { id: 'STS.testAK', secret: 'testSecret' })).toBe(
      'ACS3-HMAC-SHA256 Credential=STS.testAK,SignedHeaders=content-type;host;x-acs-accesskey-id;x-acs-action;x-acs-content-sha256;x-acs-date;x-acs-security-token;x-acs-signature-nonce;x-acs-version,Signature=360ea19e4a4b84eb194e7a04d7f24944a28716618096275663d159c23bcd69cd',
    );
  });

  it('matches the published vector B3, with a query and no body', () => {
    const payloadHash = sha256('');
    const more = { 'x-acs-action': 'ListEventStreamings', 'x-acs-content-sha256': payloadHash };
    const query = { NamePrefix: 'a b*~', Limit: 10 };
    const request = { method: 'GET', pathname: '/', query, headers: { ...headers, ...more }, payloadHash };
    expect(acs3CanonicalRequest(request).split('\n')[2]).toBe('Limit=10&NamePrefix=a%20b%2A~');
    expect(sha256(acs3CanonicalRequest(request))).toBe(
      'f81cd53c3a6cbac2c8e72ba2a3d70275d7ba2b203375de88416d8f368b8a51c2',
    );
    expect(acs3Signature(request, 'testSecret')).toBe(
      '0aabbae9ebae887713045e9a105f64802ecd72d96fc4d0647b9ce78f5b8599da',
    );
  });
});

/** The part of the published package that is used here. */
interface OpenApiUtil {
  getAuthorization(
    request: { method: string; pathname: string; query: object; headers: Record<string, string> },
    algorithm: string,
    payload: string,
    id: string,
    secret: string,
  ): string;
  toForm(parameters: object): string;
}
const { OpenApiUtil: judge } = createRequire(import.meta.url)('@alicloud/openapi-core') as { OpenApiUtil: OpenApiUtil };

describe('@alicloud/openapi-core', () => {
  const visible = fc.string({ unit: fc.integer({ min: 0x20, max: 0x7e }).map((code) => String.fromCharCode(code)) });
  const name = fc.constantFrom('x-acs-action', 'x-acs-date', 'X-Acs-Nonce', 'host', 'Content-Type', 'accept', 'date');
  const member = fc.string({ minLength: 1, maxLength: 8 }).filter((text) => text !== '__proto__' && !/[.]/.test(text));

  it('computes the same authorization for random requests', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('GET', 'POST'),
        fc.constantFrom('/', '/a+b', '/a*b/%7Ec'),
        fc.dictionary(member, fc.oneof(fc.string({ unit: 'grapheme' }), fc.integer())),
        fc.dictionary(name, visible),
        fc.string({ unit: 'grapheme' }),
        fc.string({ minLength: 1 }),
        (method, pathname, query, given, body, secret) => {
          const payloadHash = sha256(body);
          const theirs = judge.getAuthorization(
            { method, pathname, query, headers: given },
            'ACS3-HMAC-SHA256',
            payloadHash,
            'testAK',
            secret,
          );
          const request = { method, pathname, query, headers: given, payloadHash };
          expect(acs3Authorization(request, { id: 'testAK', secret })).toBe(theirs);
        },
      ),
      { numRuns: runs(1000), seed: 4 },
    );
  });

  it('encodes the same form for flat members', () => {
    fc.assert(
      fc.property(
        fc.dictionary(member, fc.string({ unit: 'grapheme', minLength: 1 }), { noNullPrototype: true }),
        (members) => {
          expect(formOf(members)).toBe(judge.toForm(members));
        },
      ),
      { numRuns: runs(500), seed: 4 },
    );
  });
});
