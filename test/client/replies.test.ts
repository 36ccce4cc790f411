/** Successes and errors by transport, with the bodies of sections 4 and 12 of the API reference. */
import { describe, expect, it } from 'vitest';
import { diagnose } from '../../src/client/codes.ts';
import { transports } from '../../src/client/transport/index.ts';
import type { TransportName } from '../../src/client/transport/transport.ts';

const read = (transport: TransportName, body: Record<string, unknown>, status = 200) =>
  transports[transport].read({ status, body, header: () => undefined });

const inner = { RequestId: 'r', Code: 'Success', Success: true };
const outer = { code: '200', httpStatusCode: '200', requestId: 'r', successResponse: true };

describe('a success', () => {
  const cases: readonly (readonly [TransportName, Record<string, unknown>, boolean, string])[] = [
    ['rest', { ...outer, data: { ...inner, Data: { EventStreamingARN: 'a' } } }, true, 'both codes say so'],
    ['rest', { ...outer, data: { ...inner, Data: true } }, true, 'the data is only true'],
    ['rest', { data: inner }, true, 'there is no outer code'],
    ['rest', { code: 200, data: inner }, true, 'the outer code is a number'],
    ['rest', { ...outer, code: '500', data: inner }, false, 'the outer code is an error'],
    ['rest', { ...outer, httpStatusCode: '403', data: inner }, false, 'the outer status is an error'],
    ['rest', { ...outer, data: { ...inner, Code: 'InternalError' } }, false, 'the inner code is an error'],
    ['rest', { ...outer, data: { ...inner, Success: false } }, false, 'the body contradicts itself'],
    ['api', { ...outer, data: inner }, true, 'the envelope is the one of rest'],
    ['openapi-v2', { RequestId: 'r', EventStreamingARN: 'a' }, true, 'a flat body carries no code'],
    ['openapi-v2', { RequestId: 'r', Code: 'Success' }, true, 'the code says so'],
    ['openapi-v2', { RequestId: 'r', code: 'InternalError' }, false, 'the lower-case code is an error'],
    ['openapi-v2', { RequestId: 'r', Code: 'InternalError' }, false, 'the code is an error'],
    ['rpc', { ...inner }, true, 'the code says so'],
    ['rpc', { ...inner, Message: 'a sample has one' }, true, 'a message beside it does not matter'],
    ['rpc', { RequestId: 'r' }, false, 'there is no code'],
    ['rpc', { ...inner, Code: 'EventStreamingNotExisted' }, false, 'the code is an error'],
  ];
  for (const [transport, body, ok, why] of cases) {
    it(`is ${ok ? '' : 'not '}recognised on ${transport} when ${why}`, () => {
      expect(read(transport, body).ok).toBe(ok);
    });
  }

  it('requires a status from 200 to 299 on every transport', () => {
    for (const transport of Object.keys(transports) as TransportName[]) {
      for (const status of [199, 302, 400, 500]) {
        expect(read(transport, { ...outer, data: inner, ...inner, code: 'Success' }, status).ok).toBe(false);
      }
    }
  });
});

describe('an error', () => {
  it('keeps the inner code, its message and the status of the body', () => {
    const body = {
      code: '404',
      httpStatusCode: '404',
      data: { Code: 'EventStreamingNotExisted', Message: 'The event streaming [x] not existed!', RequestId: 'r' },
    };
    expect(read('rest', body)).toEqual({
      ok: false,
      requestId: 'r',
      code: 'EventStreamingNotExisted',
      message: 'The event streaming [x] not existed!',
      bodyStatus: 404,
    });
  });

  const classes: readonly (readonly [string | undefined, string, number, string, string])[] = [
    ['ServiceNotEnable', '', 403, 'AuthenticationError', 'refused'],
    ['ServiceNotEnable', '', 400, 'AuthenticationError', 'refused'],
    ['SignatureDoesNotMatch', '', 403, 'AuthenticationError', 'refused'],
    ['Forbidden', '', 403, 'AuthenticationError', 'refused'],
    ['EventStreamingNotExisted', '', 409, 'NotFoundError', 'refused'],
    ['EventStreamingNotExisted', '', 200, 'NotFoundError', 'refused'],
    [undefined, '', 404, 'NotFoundError', 'refused'],
    ['InvalidAction.NotFound', '', 404, 'ValidationError', 'refused'],
    ['Whatever', 'The name [x] of event streaming in request is already exist!', 409, 'ConflictError', 'refused'],
    ['LimitSizeInvalid', '', 409, 'ValidationError', 'refused'],
    ['TooManyRequests', '', 429, 'ThrottledError', 'busy'],
    ['Throttling.User', '', 200, 'ThrottledError', 'busy'],
    ['Throttling', '', 400, 'ThrottledError', 'busy'],
    ['ServiceUnavailable', '', 503, 'ServiceError', 'busy'],
    ['InternalError', '', 500, 'ServiceError', 'unclear'],
    ['InternalError', '', 200, 'ServiceError', 'unclear'],
    [undefined, '', 502, 'ServiceError', 'unclear'],
    [undefined, '', 504, 'ServiceError', 'unclear'],
    [undefined, '', 400, 'ValidationError', 'refused'],
    ['Unheard', '', 200, 'ServiceError', 'refused'],
  ];
  for (const [code, message, httpStatus, type, fate] of classes) {
    it(`is a ${type}, ${fate}, for status ${httpStatus} with ${code ?? 'no code'}${message && ' and its message'}`, () => {
      const diagnosis = diagnose({ code, message, httpStatus, bodyStatus: undefined });
      expect([diagnosis.type.name, diagnosis.fate]).toEqual([type, fate]);
    });
  }

  it('within a 200 has the status of its body', () => {
    expect(diagnose({ code: undefined, message: '', httpStatus: 200, bodyStatus: 429 }).fate).toBe('busy');
    expect(diagnose({ code: undefined, message: '', httpStatus: 200, bodyStatus: 500 }).fate).toBe('unclear');
  });
});
