/** What public functions say of an argument of a wrong type: one sentence of ours, before the engine says one about something inside. */

/** @throws TypeError unless it is `right` */
export function takes(right: boolean, name: string, wanted: string, value: unknown): void {
  if (!right) throw new TypeError(`\`${name}\` takes ${wanted}, not ${typeOf(value)}`);
}

/** @throws TypeError for what is no object: null, an array, a text */
export function assertOptions(options: unknown): void {
  if (typeof options === 'object' && options !== null && !Array.isArray(options)) return;
  // So an array calls its functions.
  const hint = typeof options === 'number' ? '; in `map`, call the function with one argument' : '';
  throw new TypeError(`options are an object, not ${typeOf(options)}${hint}`);
}

/** @throws TypeError for what is no list of texts */
export function assertExtensions(extensions: unknown): void {
  const right =
    extensions === undefined || (Array.isArray(extensions) && extensions.every((one) => typeof one === 'string'));
  if (!right) throw new TypeError(`\`extensions\` is a list of names, not ${typeOf(extensions)}`);
}

/** @throws TypeError for an option that is there and no number */
export function assertNumber(value: unknown, name: string): void {
  if (value === undefined || (typeof value === 'number' && !Number.isNaN(value))) return;
  throw new TypeError(`\`${name}\` is a number, not ${typeOf(value)}`);
}

/** How many of something there are to be. An endless amount would never end. */
export function isAmount(value: unknown): boolean {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

/** A text is none, though it can be walked through. */
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

/** What functions take that take nothing else. */
export const NODE = 'the node of a JSON text, the `.node` of what readJson or readPartialJson answers';
export const PATTERN = 'a `Pattern`, the `.pattern` of what parsePattern answers';
