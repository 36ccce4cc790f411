/** Credentials are sent to the address of a host only, and over plain http only to this machine or by an option. */
import { describe, expect, it } from 'vitest';
import { type ClientOptions, EventStreamingClient, ValidationError } from '../../src/client/index.ts';
import { Service } from '../support/service/index.ts';
import { MemoryDispatcher } from '../support/service/memory.ts';

function refusal(endpoint: unknown, more: ClientOptions = {}): ValidationError | undefined {
  try {
    new EventStreamingClient({ ...more, endpoint: endpoint as string });
  } catch (thrown) {
    expect(thrown).toBeInstanceOf(ValidationError);
    return thrown as ValidationError;
  }
  return undefined;
}

describe('an endpoint', () => {
  it.each<readonly [unknown, string]>([
    ['', 'is empty'],
    ['   ', 'is empty'],
    ['\n', 'is empty'],
    [null, 'is not text'],
    [8080, 'is not text'],
    [{ toString: () => 'https://host' }, 'is not text'],
    ['https://', 'has no host'],
    ['https://:443', 'has no host'],
    ['https:///path', 'has no host'],
    ['//host', 'has no host'],
    ['https://user:hunter2@host', 'has a user name or a password'],
    ['https://user@host', 'has a user name or a password'],
    ['https://@host', 'has a user name or a password'],
    ['user:hunter2@host', 'has a user name or a password'],
    ['https://host\\@hunter2.example', 'has a user name or a password'],
    ['https://host/hunter2', 'has a path'],
    ['https://host//', 'has a path'],
    ['https://host\\hunter2', 'has a path'],
    ['https://host\\', 'has a path'],
    ['host/hunter2', 'has a path'],
    ['https://host?token=hunter2', 'has a query'],
    ['https://host/?', 'has a query'],
    ['https://host#hunter2', 'has a fragment'],
    ['https://host/#', 'has a fragment'],
    ['ftp://host', 'its scheme `ftp` is neither http nor https'],
    ['file:///etc/passwd', 'its scheme `file` is neither'],
    ['javascript://host', 'its scheme `javascript` is neither'],
    ['://host', 'its scheme is neither'],
    ['https://ho\nst', 'has a line break'],
    ['https://host\r\nx-evil: hunter2', 'has a line break'],
    ['https://ho\tst', 'has a blank or a control character'],
    [' https://host', 'has a blank'],
    ['https://host ', 'has a blank'],
    ['https://ho\u0000st', 'a control character'],
    ['https://ho\u00a0st', 'has a blank'],
    ['https://host:', 'its port is no number'],
    ['https://host:0', 'its port is no number'],
    ['https://host:65536', 'its port is no number'],
    ['https://host:http', 'its port is no number'],
    ['https://host:-1', 'its port is no number'],
    ['https://host:443:443', 'its port is no number'],
    ['https:host', 'its port is no number'],
    ['https://ho%73t', 'its host is not valid'],
    ['https://ｅvil.example', 'its host is not valid'],
    ['https://a..b', 'its host is not valid'],
    ['https://[::1', 'its port is no number'],
    ['https://[zz]', 'its host is not valid'],
    ['https://999.1.1.1', 'its host is not valid'],
  ])('%j is refused with a message', (endpoint, words) => {
    const error = refusal(endpoint);
    expect(error?.message).toContain('`endpoint` is no address of a host: ');
    expect(error?.message).toContain(words);
    expect(error?.hint).toContain('https://host:443');
    expect(`${error?.message} ${error?.hint}`).not.toContain('hunter2');
  });

  it.each([
    'https://host',
    'HTTPS://Host.example',
    'https://host/',
    'https://host:8443',
    'host',
    'host.example.:443',
    'https://10.0.0.1',
    'https://[2001:db8::1]:8443',
    '1234567890123456.eventbridge.cn-hangzhou-vpc.aliyuncs.com',
  ])('%j is accepted', (endpoint) => {
    expect(refusal(endpoint)).toBeUndefined();
  });
});

describe('plain http', () => {
  const elsewhere = [
    'http://host',
    'HTTP://1234567890123456.eventbridge.cn-hangzhou-vpc.aliyuncs.com',
    'http://localhost.localdomain',
    'http://localhost.example',
    'http://notlocalhost',
    'http://127.0.0.1.example',
    'http://128.0.0.1',
    'http://10.0.0.1:80',
    'http://0.0.0.0',
    'http://[::2]',
    'http://[::ffff:10.0.0.1]',
  ];
  it.each(elsewhere)('to %s must be permitted by an option', (endpoint) => {
    expect(refusal(endpoint)?.message).toContain('plain http');
    expect(refusal(endpoint)?.hint).toContain('`allowPlainHttp`');
    expect(refusal(endpoint, { allowPlainHttp: 'yes' as never })).toBeDefined();
    expect(refusal(endpoint, { allowPlainHttp: true })).toBeUndefined();
  });

  it.each([
    'http://localhost:1',
    'http://LOCALHOST',
    'http://a.localhost',
    'http://127.0.0.1:8080',
    'http://127.1',
    'http://[::1]:80',
  ])('to this machine is permitted: %s', (endpoint) => {
    expect(refusal(endpoint)).toBeUndefined();
  });

  it('does not change the rest of a request', async () => {
    const service = Service.inMemory();
    const client = new EventStreamingClient({
      endpoint: 'http://eventbridge.internal',
      allowPlainHttp: true,
      auth: () => ({ bearerToken: 'sk-testBearerToken' }),
      dispatcher: new MemoryDispatcher(service),
    });
    expect((await client.list()).streams).toEqual([]);
    await client.close();
  });
});
