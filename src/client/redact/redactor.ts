/**
 * Removes secrets from errors, findings and log lines. A call adds its secrets (credentials, members of its document), and redacts every
 * text from outside, such as an answer that repeats the request.
 */
import { isSecretMember, type StreamFinding } from '../model/index.ts';
import { type Span, spansOf } from './find.ts';
import { Needles } from './needles.ts';
import { formsOf } from './spellings.ts';

export const HIDDEN = '***';

/** UTF-16 units; a longer text of a service is not shown. */
const LONGEST_TEXT = 65_536;
/** UTF-16 units; a longer message is cut. */
const LONGEST_MESSAGE = 2000;

export class Redactor {
  private readonly secrets = new Set<string>();
  private needles: Needles | undefined;

  add(...secrets: readonly (string | undefined)[]): this {
    for (const secret of secrets) {
      if (secret !== undefined && secret.trim() !== '') this.secrets.add(secret.trim());
    }
    this.needles = undefined;
    return this;
  }

  /** Adds the texts and numbers in the secret members of a document, at any depth. */
  addFrom(document: unknown): this {
    for (const secret of secretsIn(document)) this.add(secret);
    return this;
  }

  /** The text with secrets replaced, in all spellings of spellings.ts. Linear in the text. */
  text(text: string): string {
    if (this.secrets.size === 0) return text;
    this.needles ??= new Needles([...this.secrets].flatMap(formsOf));
    const spans = spansOf(text, this.needles);
    return spans.length === 0 ? text : without(text, spans);
  }

  /** As `text`, cut to the length of a message, for texts of a service. */
  brief(text: string): string {
    if (text.length > LONGEST_TEXT) return `(a text of ${text.length} characters)`;
    const shown = this.text(text);
    if (shown.length <= LONGEST_MESSAGE) return shown;
    return `${shown.slice(0, LONGEST_MESSAGE).toWellFormed()}… (${shown.length - LONGEST_MESSAGE} more characters)`;
  }

  /** Plain data with secrets replaced in its texts, at any depth; member names are kept. */
  data<T>(value: T): T {
    if (typeof value === 'string') return this.text(value) as T;
    if (Array.isArray(value)) return value.map((item) => this.data(item)) as T;
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, this.data(member)])) as T;
  }

  /** The finding with secrets replaced in its texts. Codes and pointers are kept: they consist of member names. */
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

  /** A copy with name, message and code only: errors of other packages may hold requests, sockets and answers. */
  error(thrown: unknown): Error {
    const { name, message, code } = (typeof thrown === 'object' && thrown !== null ? thrown : {}) as Partial<
      Record<'name' | 'message' | 'code', unknown>
    >;
    const copy = new Error(this.brief(typeof message === 'string' ? message : String(thrown)));
    if (typeof name === 'string') Object.defineProperty(copy, 'name', { value: this.brief(name), configurable: true });
    if (typeof code === 'string') Object.assign(copy, { code: this.brief(code) });
    // The stack of the original may repeat secrets of its message; that of the copy is of no use.
    copy.stack = `${copy.name}: ${copy.message}`;
    return copy;
  }
}

function without(text: string, spans: readonly Span[]): string {
  const parts: string[] = [];
  let from = 0;
  for (const [start, end] of spans) {
    parts.push(text.slice(from, start), HIDDEN);
    from = end;
  }
  parts.push(text.slice(from));
  return parts.join('');
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
    // `Form` of a target parameter is one of four words, and no secret.
    for (const [name, member] of Object.entries(value)) if (name !== 'Form') yield* textsIn(member);
  }
}
