/** Argument checks of the public functions: short TypeErrors in the library's own words. */

/** @throws TypeError unless `right`; `wanted` completes "`name` takes …" */
export function takes(right: boolean, name: string, wanted: string, value: unknown): void {
  if (!right) throw new TypeError(`\`${name}\` takes ${wanted}, not ${typeOf(value)}`);
}

/** @throws TypeError unless `options` is an object that is not an array */
export function assertOptions(options: unknown): void {
  if (typeof options === 'object' && options !== null && !Array.isArray(options)) return;
  // A number is passed when the function is the callback of `map`: its second argument is the index.
  const hint = typeof options === 'number' ? '; in `map`, call the function with one argument' : '';
  throw new TypeError(`options are an object, not ${typeOf(options)}${hint}`);
}

/** @throws TypeError unless it is undefined or an array of strings */
export function assertExtensions(extensions: unknown): void {
  const right =
    extensions === undefined || (Array.isArray(extensions) && extensions.every((one) => typeof one === 'string'));
  if (!right) throw new TypeError(`\`extensions\` is a list of names, not ${typeOf(extensions)}`);
}

/** @throws TypeError unless it is undefined or a number other than NaN */
export function assertNumber(value: unknown, name: string): void {
  if (value === undefined || (typeof value === 'number' && !Number.isNaN(value))) return;
  throw new TypeError(`\`${name}\` is a number, not ${typeOf(value)}`);
}

/** Whether a value is a count: a safe integer of at least 0. Infinity is refused because it would not terminate. */
export function isAmount(value: unknown): boolean {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

/** Strings are iterable, but not accepted. */
export function isIterable(value: unknown): value is Iterable<unknown> {
  return typeof value === 'object' && value !== null && Symbol.iterator in value;
}

export function hasMember(value: unknown, name: string): boolean {
  return typeof value === 'object' && value !== null && name in value;
}

export function typeOf(value: unknown): string {
  if (value === null || value === undefined) return String(value);
  if (Array.isArray(value)) return 'an array';
  if (typeof value === 'object') return 'an object';
  return `a value of type ${typeof value}`;
}

export function isNode(value: unknown): boolean {
  return hasMember(value, 'kind') && hasMember(value, 'range');
}

export function isPattern(value: unknown): boolean {
  return hasMember(value, 'fields') && hasMember(value, 'dialect');
}

/** Expected values that several messages name. */
export const NODE = 'the `.node` of a result of readJson or readPartialJson';
export const PATTERN = 'a `Pattern`, the `.pattern` of a result of parsePattern';
