/**
 * Reads any JavaScript value as the JSON that `JSON.stringify` would make of it, into objects without a prototype. It does not throw;
 * values that JSON does not have are reported.
 */
import { MAX_DEPTH } from '../../json.ts';
import type { Path } from './finding.ts';

/** Characters and nodes after which reading stops: ten times the largest body. */
export const MAX_READ = 1024 * 1024;

export type Unreadable =
  | { readonly kind: 'not-json'; readonly found: string; readonly path: Path }
  | { readonly kind: 'too-deep' | 'too-large'; readonly path: Path };

export interface ReadResult {
  readonly value: unknown;
  readonly problems: readonly Unreadable[];
}

export function readPlain(document: unknown): ReadResult {
  const reader = new Reader();
  const value = reader.read(document, '');
  return { value, problems: reader.problems };
}

/** The value of a part that is not read. */
const NOTHING = undefined;

class Reader {
  readonly problems: Unreadable[] = [];
  private readonly path: (string | number)[] = [];
  private readonly open = new Set<object>();
  /** Characters and nodes so far. Objects that share parts can be exponentially larger as JSON than in memory. */
  private size = 0;
  private stopped = false;

  read(given: unknown, key: string): unknown {
    if (this.stopped) return NOTHING;
    const value = this.sent(given, key);
    this.size += typeof value === 'string' ? value.length + 1 : 1;
    if (this.size > MAX_READ) return this.stop('too-large');
    switch (typeof value) {
      case 'string':
      case 'boolean':
      case 'undefined':
        return value;
      case 'number':
        return Number.isFinite(value) ? value : this.refuse('a number that is not finite');
      case 'object':
        return value === null ? value : this.nested(value);
      default:
        return this.refuse(`a ${typeof value}`);
    }
  }

  /** The result of `toJSON` where the value has it, such as a Date. */
  private sent(value: unknown, key: string): unknown {
    if (typeof value !== 'object' || value === null) return value;
    try {
      const { toJSON } = value as { toJSON?: unknown };
      return typeof toJSON === 'function' ? toJSON.call(value, key) : value;
    } catch {
      return this.refuse('an object whose `toJSON` throws');
    }
  }

  private nested(value: object): unknown {
    if (this.open.has(value)) return this.refuse('an object that contains itself');
    const depth = this.path.length;
    if (depth >= MAX_DEPTH) return this.stop('too-deep');
    this.open.add(value);
    try {
      return this.parts(value);
    } catch {
      // A getter or a proxy threw: its message may hold anything, and is not shown.
      this.path.length = depth;
      return this.refuse('an object that cannot be read');
    } finally {
      this.open.delete(value);
    }
  }

  private parts(value: object): unknown {
    if (Array.isArray(value)) {
      const items: unknown[] = [];
      for (let i = 0; i < value.length && !this.stopped; i++) items.push(this.part(i, value[i]) ?? null);
      return items;
    }
    const copy: Record<string, unknown> = Object.create(null);
    for (const name of Object.keys(value)) {
      const part = this.part(name, (value as Record<string, unknown>)[name]);
      this.size += name.length;
      if (part !== undefined) copy[name] = part;
      if (this.stopped) break;
    }
    return copy;
  }

  private part(part: string | number, value: unknown): unknown {
    this.path.push(part);
    const read = this.read(value, String(part));
    this.path.pop();
    return read;
  }

  private refuse(found: string): undefined {
    this.problems.push({ kind: 'not-json', found, path: [...this.path] });
    return NOTHING;
  }

  private stop(kind: 'too-deep' | 'too-large'): undefined {
    this.stopped = true;
    this.problems.push({ kind, path: kind === 'too-deep' ? this.path.slice(0, 1) : [] });
    return NOTHING;
  }
}
