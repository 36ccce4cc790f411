/**
 * Keeps secrets out of what people read. A call collects its secrets (credentials, members of its document), and every
 * text that comes from outside, such as an answer that echoes the request, passes through here on its way into an error
 * or a log line.
 */
import { inspect } from 'node:util';
import { formEncode, percentEncode } from './auth/percent-encode.ts';
import { isSecretMember, type StreamFinding } from './model/index.ts';

const HIDDEN = '***';

/** A shorter secret is hidden only where it stands alone: hiding each `a` of a message would hide the message, and tell. */
const SHORT = 4;

export class Redactor {
  private readonly secrets = new Set<string>();
  private expression: RegExp | undefined;

  add(...secrets: readonly (string | undefined)[]): this {
    for (const secret of secrets) {
      if (secret !== undefined && secret.trim() !== '') this.secrets.add(secret.trim());
    }
    this.expression = undefined;
    return this;
  }

  /** Adds what stands in the secret members of a document, at any depth. */
  addFrom(document: unknown): this {
    return this.add(...secretsIn(document));
  }

  text(text: string): string {
    if (this.secrets.size === 0) return text;
    this.expression ??= new RegExp(
      // Longest first: a secret may begin another one.
      [...new Set([...this.secrets].flatMap(spellings))].sort((a, b) => b.length - a.length).join('|'),
      'g',
    );
    return text.replace(this.expression, HIDDEN);
  }

  /** Texts at any depth of plain data; member names stay. */
  data<T>(value: T): T {
    if (typeof value === 'string') return this.text(value) as T;
    if (Array.isArray(value)) return value.map((item) => this.data(item)) as T;
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, this.data(member)])) as T;
  }

  /** Its code and its pointers are made of names and stay. */
  finding(finding: StreamFinding): StreamFinding {
    const { message, hint, params, diagnostic } = finding;
    return {
      ...finding,
      message: this.text(message),
      params: this.data(params),
      ...(hint === undefined ? {} : { hint: this.text(hint) }),
      ...(diagnostic === undefined
        ? {}
        : { diagnostic: { ...this.data(diagnostic), code: diagnostic.code, pointer: diagnostic.pointer } }),
    };
  }

  /** A copy that keeps name, message and code: errors of other packages carry requests, sockets and answers. */
  error(thrown: unknown): Error {
    const { name, message, code } = (typeof thrown === 'object' && thrown !== null ? thrown : {}) as Partial<
      Record<'name' | 'message' | 'code', unknown>
    >;
    const copy = new Error(this.text(typeof message === 'string' ? message : String(thrown)));
    if (typeof name === 'string') Object.defineProperty(copy, 'name', { value: this.text(name), configurable: true });
    if (typeof code === 'string') Object.assign(copy, { code: this.text(code) });
    // The stack of the original may quote what its message quoted; the copy's leads here and tells nothing.
    copy.stack = `${copy.name}: ${copy.message}`;
    return copy;
  }
}

/** How a secret may be written where a request is echoed: in JSON, in JSON within JSON, in a form, in HTML. */
function spellings(secret: string): string[] {
  const json = (text: string): string => JSON.stringify(text).slice(1, -1);
  const html = secret
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
  const plain = [secret, json(secret), json(json(secret))];
  const encoded = plain.flatMap((text) => [
    percentEncode(text),
    formEncode(text),
    formEncode(text).replaceAll('%20', '+'),
  ]);
  const all = [...plain, ...encoded, html, Buffer.from(secret, 'utf8').toString('base64')].map(escapeExpression);
  return secret.length < SHORT ? all.map((text) => `(?<![A-Za-z0-9])${text}(?![A-Za-z0-9])`) : all;
}

function escapeExpression(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}

function* secretsIn(value: unknown): Iterable<string> {
  if (typeof value !== 'object' || value === null) return;
  for (const [name, member] of Object.entries(value)) {
    if (isSecretMember(name)) yield* textsIn(member);
    else yield* secretsIn(member);
  }
}

function* textsIn(value: unknown): Iterable<string> {
  if (typeof value === 'string') yield value;
  else if (typeof value === 'number') yield String(value);
  else if (typeof value === 'object' && value !== null) {
    // A target parameter says by `Form` how to read its Value; that word is no secret.
    for (const [name, member] of Object.entries(value)) if (name !== 'Form') yield* textsIn(member);
  }
}

/** Makes `util.inspect`, and so `console.log`, hide the secret members of data that the caller gets. The data stays as it is. */
export function hideWhenInspected<T extends object>(data: T): T {
  if (!Object.hasOwn(data, inspect.custom)) {
    Object.defineProperty(data, inspect.custom, {
      value: (_depth: number, options: object, again: typeof inspect) => again(hidden(data), options),
      enumerable: false,
    });
    for (const member of Object.values(data)) {
      if (typeof member === 'object' && member !== null) hideWhenInspected(member);
    }
  }
  return data;
}

function hidden(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(hidden);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [name, isSecretMember(name) ? HIDDEN : hidden(member)]),
  );
}
