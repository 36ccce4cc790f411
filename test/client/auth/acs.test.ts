import { describe, expect, it } from 'vitest';
import { acsAuthorization, acsSignature, acsStringToSign } from '../../../src/client/auth/acs.ts';

const DATE = 'Sat, 18 Apr 2020 05:30:41 GMT';
const signed = {
  'x-acs-signature-method': 'HMAC-SHA1',
  'x-acs-signature-nonce': 'f63659d4-10ac-483b-99da-ea8fde61aaaa',
  'x-acs-signature-version': '1.0',
};

/** Computed with the published package; A1 once more with node:crypto. */
const vectors = [
  {
    name: 'A1',
    request: {
      method: 'POST',
      pathname: '/openapi/v2/listEventStreamings',
      headers: { ...signed, 'content-type': 'application/json; charset=utf-8', date: DATE, accept: 'application/json' },
    },
    text: `POST\n\napplication/json; charset=utf-8\n${DATE}\nx-acs-signature-method:HMAC-SHA1\nx-acs-signature-nonce:f63659d4-10ac-483b-99da-ea8fde61aaaa\nx-acs-signature-version:1.0\n/openapi/v2/listEventStreamings`,
    signature: 'fqIymwJq+mReCbg65gUDMNQVfhg=',
  },
  {
    name: 'A2',
    request: {
      method: 'POST',
      pathname: '/openapi/v2/createEventStreaming',
      query: { b: 2, a: '1 x' },
      headers: {
        ...signed,
        'content-md5': '1B2M2Y8AsgTpgAmY7PhCfg==',
        'content-type': 'application/json; charset=utf-8',
        date: DATE,
        'x-acs-accesskey-id': 'STS.testAK',
        'x-acs-security-token': ' tok\ten ',
      },
    },
    text: `POST\n1B2M2Y8AsgTpgAmY7PhCfg==\napplication/json; charset=utf-8\n${DATE}\nx-acs-accesskey-id:STS.testAK\nx-acs-security-token:tok en\nx-acs-signature-method:HMAC-SHA1\nx-acs-signature-nonce:f63659d4-10ac-483b-99da-ea8fde61aaaa\nx-acs-signature-version:1.0\n/openapi/v2/createEventStreaming?a=1 x&b=2`,
    signature: 'tW3DgqtQx55ZjItGFCi7aopY5R0=',
  },
  {
    name: 'A3',
    request: {
      method: 'POST',
      pathname: '/eventstreaming/getEventStreaming',
      headers: { 'content-type': 'application/json;charset=UTF-8', date: DATE },
    },
    text: `POST\n\napplication/json;charset=UTF-8\n${DATE}\n/eventstreaming/getEventStreaming`,
    signature: 'mOy5vk4aTBwcGXrJ3It55J2AKWE=',
  },
];

describe('the acs signature', () => {
  for (const { name, request, text, signature } of vectors) {
    it(`matches the published vector ${name}`, () => {
      expect(acsStringToSign(request)).toBe(text);
      expect(acsSignature(request, 'testSecret')).toBe(signature);
    });
  }

  it('follows a blank or a colon', () => {
    const { request } = vectors[2]!;
    const key = { id: 'testAK', secret: 'testSecret' };
    expect(acsAuthorization(request, key, ' ')).toBe('acs testAK:mOy5vk4aTBwcGXrJ3It55J2AKWE=');
    expect(acsAuthorization(request, key, ':')).toBe('acs:testAK:mOy5vk4aTBwcGXrJ3It55J2AKWE=');
  });
});
