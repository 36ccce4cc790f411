/**
 * The closed list of reasons: why a condition or a field holds or not, as data, with the sentence of each. Operators choose the code and
 * the parameters.
 */

/** A reason as data. `text` is made from `code`, `params` and `note`. */
export interface Reason<C extends ReasonCode = ReasonCode> {
  readonly code: C;
  readonly params: ReasonParams[C];
  /** One sentence, as in a finding. */
  readonly text: string;
  /** The special rule or detail behind the reason; part of `text`. */
  readonly note?: Reason;
}

/** The parameters of each reason. Values are JSON texts, clipped around the deciding part. Pointers lead into the event. */
export interface ReasonParams {
  // Fields
  'no-data': Record<never, never>;
  'no-member': { readonly pointer: string; readonly name: string; readonly suggestion?: string };
  'no-members-in': { readonly pointer: string; readonly found: string; readonly name: string };
  'json-in-string': { readonly pointer: string };
  'is-object': Record<never, never>;
  'is-empty-array': Record<never, never>;
  'is-array-with-objects': Record<never, never>;
  'no-condition': { readonly conditions: number; readonly value: string };
  'no-condition-for-elements': { readonly conditions: number; readonly elements: number };
  'more-elements': { readonly count: number };
  // The same name or value elsewhere in the event
  'name-elsewhere': {
    readonly name: string;
    readonly pointer: string;
    readonly inArray?: true;
    readonly more?: number;
  };
  'value-elsewhere': { readonly value: string; readonly pointer: string; readonly more?: number };
  /** A name or a value inside a string of JSON. `said`: the sentence before it already states that strings are not read as JSON. */
  'in-json-text': {
    readonly name?: string;
    readonly value?: string;
    readonly pointer: string;
    readonly inner: string;
    readonly said?: true;
  };
  'not-a-path': { readonly pointer: string; readonly rewrite: string };
  'is-a-path': { readonly name: string; readonly pointer: string };
  'flat-name': { readonly name: string; readonly pointer: string };
  // Conditions that do not hold
  'wrong-kind': { readonly value: string; readonly found: string; readonly wants: string };
  'other-kind': { readonly value: string; readonly found: string; readonly wanted: string; readonly kind: string };
  'not-equal': { readonly value: string; readonly wanted: string };
  'not-beginning': { readonly value: string; readonly wanted: string };
  'not-ending': { readonly value: string; readonly wanted: string };
  'not-containing': { readonly value: string; readonly wanted: string };
  'not-compared': { readonly value: string; readonly symbol: string; readonly bound: string };
  'not-an-address': { readonly value: string };
  'outside-block': { readonly value: string; readonly first: string; readonly last: string };
  'empty-block': { readonly value: string };
  'not-wanted': { readonly value: string };
  'not-wanted-inside': { readonly value: string; readonly operator: string; readonly operand: string };
  'not-missing': { readonly value: string };
  // Rules and details, as notes; some also explain why a condition holds
  'counts-as-equal': { readonly value: string; readonly bound: string; readonly symbol?: string };
  'not-quite-equal': { readonly bound: string };
  'by-text': Record<never, never>;
  'another-text': { readonly value: string; readonly wanted: string };
  'same-text': { readonly value: string; readonly wanted: string };
  're-typed': { readonly value: string; readonly comparedAs: string };
  'literal-wildcard': { readonly characters: readonly string[]; readonly rewrite?: string };
  'looks-alike': { readonly difference: string };
  'block-ends': Record<never, never>;
  'leading-zeros': { readonly taken: boolean };
}

export type ReasonCode = keyof ReasonParams;

/** The sentence of each code. */
export const reasonTexts: { readonly [C in ReasonCode]: (params: ReasonParams[C]) => string } = {
  'no-data': () => 'the event has no `data`, so no field below it holds, not even `exists: false`',
  'no-member': ({ pointer, name, suggestion }) =>
    `${pointer === '' ? 'the event' : `\`${pointer}\``} has no member \`${name}\`${suggestion === undefined ? '' : `; it has \`${suggestion}\``}`,
  'no-members-in': ({ pointer, found, name }) => `\`${pointer}\` is ${found} and has no member \`${name}\``,
  'json-in-string': ({ pointer }) => `\`${pointer}\` is a string that holds JSON, and strings are not read as JSON`,
  'is-object': () => 'is an object, and no condition can hold for it',
  'is-empty-array': () => 'is an empty array, and no condition can hold for it',
  'is-array-with-objects': () => 'is an array that has an object or an array in it, and no condition can hold for it',
  'no-condition': ({ conditions, value }) => `none of the ${counted(conditions)} conditions holds for ${value}`,
  'no-condition-for-elements': ({ conditions, elements }) =>
    `none of the ${counted(conditions)} conditions holds for any of the ${counted(elements)} elements`,
  'more-elements': ({ count }) => `and ${counted(count)} more`,
  'name-elsewhere': ({ name, pointer, inArray, more }) =>
    `\`${name}\` is at ${pointer}${others(more)}${inArray ? ', inside an array, and no path leads into one' : ''}`,
  'value-elsewhere': ({ value, pointer, more }) => `${value} is at ${pointer}${others(more)}`,
  'in-json-text': ({ name, value, pointer, inner, said }) =>
    `${name === undefined ? value : `\`${name}\``} is at ${inner} in ${said ? 'it' : `the JSON text of \`${pointer}\`, and strings are not read as JSON`}`,
  'not-a-path': ({ pointer, rewrite }) => `${pointer} exists, and a name is not a path: write ${rewrite}`,
  'is-a-path': ({ name, pointer }) => `\`${name}\` is at ${pointer}, and here a name with a dot is read as a path`,
  'flat-name': ({ name, pointer }) => `\`${name}\`, one name with a dot, is at ${pointer}`,
  'wrong-kind': ({ value, found, wants }) => `${value} is ${found}, and the condition needs a ${wants}`,
  'other-kind': ({ value, found, wanted, kind }) => `${value} is ${found}, and ${wanted} is ${kind}`,
  'not-equal': ({ value, wanted }) => `${value} is not ${wanted}`,
  'not-beginning': ({ value, wanted }) => `${value} does not start with ${wanted}`,
  'not-ending': ({ value, wanted }) => `${value} does not end with ${wanted}`,
  'not-containing': ({ value, wanted }) => `${value} does not contain ${wanted}`,
  'not-compared': ({ value, symbol, bound }) => `${value} is not ${symbol} ${bound}`,
  'not-an-address': ({ value }) => `${value} is not an IPv4 address`,
  'outside-block': ({ value, first, last }) => `${value} is outside ${first} to ${last}`,
  'empty-block': ({ value }) => `${value} is outside: this engine counts no address of the block as inside`,
  'not-wanted': ({ value }) => `${value} is one of the excluded values`,
  'not-wanted-inside': ({ value, operator, operand }) => `${value} is excluded: ${operator} ${operand} holds`,
  'not-missing': ({ value }) => `${value} is present, and the condition requires the field to be missing`,
  'counts-as-equal': ({ value, bound, symbol }) =>
    `${value} differs from ${bound} by no more than 1e-7, so it counts as equal${symbol === undefined ? '' : ` and not as ${symbol}`}`,
  'not-quite-equal': ({ bound }) => `computed in floating point, it differs from ${bound} by more than 1e-7`,
  'by-text': () => 'a plain number is compared by its text',
  'another-text': ({ value, wanted }) => `${value} is not the same text as ${wanted}`,
  'same-text': ({ value, wanted }) => `here ${value} and ${wanted} are compared by their text`,
  're-typed': ({ value, comparedAs }) => `${value} is compared as ${comparedAs}`,
  'literal-wildcard': ({ characters, rewrite }) =>
    `${characters.map((one) => `\`${one}\``).join(' and ')} ${characters.length === 1 ? 'is' : 'are'} literal here${rewrite === undefined ? '' : `; write ${rewrite}`}`,
  'looks-alike': ({ difference }) => difference,
  'block-ends': () => 'the first and the last address of a block count as outside here',
  'leading-zeros': ({ taken }) =>
    `an address with leading zeros ${taken ? 'is read as decimal' : 'is not accepted'} here`,
};

/** Makes a reason with its sentence, followed by that of its note. */
export function reason<C extends ReasonCode>(code: C, params: ReasonParams[C], note?: Reason): Reason<C> {
  const sentence = reasonTexts[code](params);
  if (note === undefined) return { code, params, text: sentence };
  return { code, params, text: `${sentence}${code === 're-typed' ? ', and ' : ': '}${note.text}`, note };
}

function others(more = 0): string {
  return more === 0 ? '' : more === 1 ? ' and at one more place' : ` and at ${counted(more)} more places`;
}

/** Digits in groups of three: `4,997`. */
function counted(count: number): string {
  return count.toLocaleString('en-US');
}
