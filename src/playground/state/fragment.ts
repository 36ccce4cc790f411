/** Links to a state of the page, all in the fragment of the address, which browsers do not send. Runs in a browser and in Node. */
import { type DialectName, dialects } from '../../index.ts';

export interface SharedEvent {
  readonly text: string;
  /** Whether it should match. */
  readonly expected?: boolean | undefined;
  /** The name of its file. */
  readonly name?: string | undefined;
}

export interface Shared {
  readonly pattern: string;
  /** At least one. */
  readonly events: readonly SharedEvent[];
  readonly dialect: DialectName;
  readonly extensions: readonly string[];
  /** Another version of the pattern for comparison. */
  readonly other?: string | undefined;
}

/** The version of the format, before the packed text. */
const PREFIX = '#v1.';

/** Bytes of the unpacked text. */
export const MAX_SHARED = 2_000_000;

/** The message is a sentence for the user of the page. */
export class LinkError extends Error {
  override readonly name = 'LinkError';
}

/** @throws LinkError for a state that is larger than `unpack` accepts */
export async function pack({ pattern, events, dialect, extensions, other }: Shared): Promise<string> {
  const form = {
    p: pattern,
    e: events.map(({ text, expected, name }) => [text, expected ?? null, name ?? null]),
    d: dialect,
    x: extensions,
    ...(other === undefined || other === '' ? {} : { o: other }),
  };
  const bytes = new TextEncoder().encode(JSON.stringify(form));
  if (bytes.length > MAX_SHARED) throw new LinkError('this is too much for a link: a link holds 2 MB at most');
  const packed = new Blob([bytes]).stream().pipeThrough(new CompressionStream('deflate-raw'));
  return PREFIX + toBase64(new Uint8Array(await new Response(packed).arrayBuffer()));
}

/**
 * The state in a fragment; undefined for one without a state.
 * @throws LinkError for a fragment that is damaged, of another version, or larger than `MAX_SHARED`
 */
export async function unpack(fragment: string): Promise<Shared | undefined> {
  if (fragment === '' || fragment === '#') return undefined;
  if (!fragment.startsWith(PREFIX)) throw new LinkError('the link is of a form that this page cannot read');
  let form: unknown;
  try {
    form = JSON.parse(await inflate(fromBase64(fragment.slice(PREFIX.length))));
  } catch (thrown) {
    if (thrown instanceof LinkError) throw thrown;
    throw new LinkError('the link is damaged, perhaps cut off: nothing was loaded');
  }
  const shared = checked(form);
  if (shared === undefined) throw new LinkError('the link is damaged: nothing was loaded');
  return shared;
}

/** Stops at the limit, since a few bytes can unpack to gigabytes. */
async function inflate(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw')).getReader();
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let text = '';
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    length += value.length;
    if (length > MAX_SHARED) {
      await reader.cancel();
      throw new LinkError('the link holds more than 2 MB: nothing was loaded');
    }
    text += decoder.decode(value, { stream: true });
  }
}

function checked(form: unknown): Shared | undefined {
  if (typeof form !== 'object' || form === null) return undefined;
  const { p, e, d, x, o } = form as Readonly<Record<string, unknown>>;
  const dialect = dialects.find(({ name }) => name === d)?.name as DialectName | undefined;
  if (typeof p !== 'string' || dialect === undefined || !isTexts(x)) return undefined;
  if (o !== undefined && typeof o !== 'string') return undefined;
  if (!Array.isArray(e) || e.length === 0 || !e.every(isEvent)) return undefined;
  const events = e.map(([text, expected, name]) => ({
    text,
    ...(expected === null ? {} : { expected }),
    ...(name === null ? {} : { name }),
  }));
  return { pattern: p, events, dialect, extensions: x, ...(o === undefined ? {} : { other: o }) };
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'string');
}

function isEvent(value: unknown): value is [string, boolean | null, string | null] {
  if (!Array.isArray(value) || value.length !== 3) return false;
  const [text, expected, name] = value;
  return (
    typeof text === 'string' &&
    (expected === null || typeof expected === 'boolean') &&
    (name === null || typeof name === 'string')
  );
}

/** Bytes in one call of `fromCharCode`, whose arguments are on the stack. */
const CHUNK = 8192;

function toBase64(bytes: Uint8Array): string {
  let binary = '';
  for (let at = 0; at < bytes.length; at += CHUNK) binary += String.fromCharCode(...bytes.subarray(at, at + CHUNK));
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  if (!/^[\w-]*$/.test(text)) throw new LinkError('the link is damaged: it has characters that no link has');
  return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (character) => character.charCodeAt(0));
}
