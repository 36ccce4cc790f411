/** Arbitrary of any events, for programs that must handle every event of a bus. */
import fc from 'fast-check';
import { compilePattern, type Dialect, type DialectName } from '../index.ts';
import { anyAttributes, anyData, anyExtras } from './envelope.ts';
import { type As, type Formed, formOf, given, optionsOf } from './form.ts';
import { sometimes } from './json-text.ts';
import { readTree, type Tree } from './tree.ts';

/** Options of `anyEvent`. */
export interface AnyEventOptions<A extends As = As> {
  /** Default `object`. */
  readonly as?: A | undefined;
  /** Whose events they are; default `aliyun`. */
  readonly dialect?: DialectName | Dialect | undefined;
}

/**
 * Events of a dialect: CloudEvents, or those of Amazon EventBridge. The members that every event of the service has (`Dialect.envelope`)
 * are always present, and mostly of their usual type; others may be absent. Contents are realistic or hostile: odd strings and numbers,
 * names such as `__proto__`, deep arrays, attributes that are no strings. Shrinks to an event with those members only.
 * @throws TypeError for an `as` other than `object` and `text`, or a dialect that does not exist
 */
export function anyEvent<A extends As = 'object'>(options: AnyEventOptions<A> = {}): fc.Arbitrary<Formed<A>> {
  const { as, dialect: name } = optionsOf(options);
  const { dialect } = compilePattern('{"source":["example"]}', { dialect: name }).pattern;
  const { envelope, payload } = dialect;
  const always = envelope.find(([member]) => member === payload)?.[1];
  const hostile = anyExtras(
    dialect,
    dialect.keys.filter((key) => key !== payload),
  );
  const parts = fc.tuple(anyAttributes(dialect, true), fc.option(anyData(), { nil: always }), sometimes(hostile, 3));
  const trees = parts.map(([attributes, data, extras = []]): Tree => {
    const own = data === undefined ? [] : [[payload, readTree(data)] as const];
    return new Map<string, Tree>([...attributes, ...own, ...extras]);
  });
  return given<A>(formOf(as), trees);
}
