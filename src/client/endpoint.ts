/** Checks the option `endpoint`: scheme, host and port, without anything that could redirect the credentials. */
import { refuse } from './errors.ts';

/** @throws ValidationError whose message quotes no user info, path or query, because each may hold a secret */
export function originOf(endpoint: unknown, { allowPlainHttp }: { readonly allowPlainHttp: boolean }): string {
  const address = parts(endpoint);
  const fault = faultOf(address);
  if (fault !== undefined) {
    const hint = 'give scheme, host and port only, such as `https://host:443`';
    throw refuse(`\`endpoint\` is no address of a host: ${fault}`, hint);
  }
  const { scheme, authority } = address as Address;
  const url = new URL(`${scheme}://${authority}`);
  if (url.protocol === 'http:' && !allowPlainHttp && !isLoopback(url.hostname)) {
    throw refuse(
      '`endpoint` is plain http, which shows the credentials to the network',
      'give an address with `https://`, or set `allowPlainHttp` for a network that you trust',
    );
  }
  return url.origin;
}

interface Address {
  readonly scheme: string;
  readonly authority: string;
  /** From the first slash, question mark or hash on. */
  readonly rest: string;
}

function parts(endpoint: unknown): Address | string {
  if (typeof endpoint !== 'string') return 'it is not text';
  if (endpoint.trim() === '') return 'it is empty';
  if (/[\r\n]/.test(endpoint)) return 'it has a line break';
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the URL parser would drop them silently.
  if (/[\s\u0000-\u001f\u007f]/.test(endpoint)) return 'it has a blank or a control character';
  const at = endpoint.indexOf('://');
  const scheme = at < 0 ? 'https' : endpoint.slice(0, at);
  const after = at < 0 ? endpoint : endpoint.slice(at + 3);
  const end = after.search(/[/\\?#]/);
  return end < 0
    ? { scheme, authority: after, rest: '' }
    : { scheme, authority: after.slice(0, end), rest: after.slice(end) };
}

/** What is wrong with it, as the end of a sentence. */
function faultOf(address: Address | string): string | undefined {
  if (typeof address === 'string') return address;
  const { scheme, authority, rest } = address;
  if (!/^https?$/i.test(scheme)) {
    const shown = /^[A-Za-z][A-Za-z0-9+.-]{0,20}$/.test(scheme) ? ` \`${scheme}\`` : '';
    return `its scheme${shown} is neither http nor https`;
  }
  if (authority.includes('@') || /^[^/]*@/.test(rest)) return 'it has a user name or a password';
  if (rest.startsWith('?')) return 'it has a query';
  if (rest.startsWith('#')) return 'it has a fragment';
  if (authority === '') return 'it has no host';
  if (rest !== '' && rest !== '/') {
    if (rest.startsWith('/?')) return 'it has a query';
    return rest.startsWith('/#') ? 'it has a fragment' : 'it has a path';
  }
  return faultOfHost(authority);
}

function faultOfHost(authority: string): string | undefined {
  const [, host = '', port] = /^(\[[^\]]*\]|[^:]*)(?::(.*))?$/.exec(authority) ?? [];
  if (host === '') return 'it has no host';
  if (port !== undefined && !(/^[0-9]{1,5}$/.test(port) && Number(port) >= 1 && Number(port) <= 65_535)) {
    return 'its port is no number from 1 to 65535';
  }
  // `URL` rewrites letters outside ASCII and percent signs: the host that was checked would not be the host of the request.
  const plain = host.startsWith('[') || /^[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]+)*\.?$/.test(host);
  return plain && URL.canParse(`http://${authority}`) ? undefined : 'its host is not valid';
}

/** Whether the host is this machine, to which plain http is safe. `host` is `hostname` of a `URL`. */
export function isLoopback(host: string): boolean {
  return host === '[::1]' || /^127(\.[0-9]+){3}$/.test(host) || /(^|\.)localhost\.?$/.test(host);
}
