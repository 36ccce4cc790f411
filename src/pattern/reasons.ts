/**
 * The closed list of reasons: why a condition or a field holds or not, as data, with the sentence of each. Operators choose the code and
 * the parameters.
 */

/** A reason as data. `text` is made from `code`, `params` and `note`. */
export interface Reason<C extends ReasonCode = ReasonCode> {
  /** By which a program can tell reasons apart; `reasonTexts` has the sentence of each. */
  readonly code: C;
  /** The values in the sentence. */
  readonly params: ReasonParams[C];
  /** One sentence, as in a finding. */
  readonly text: string;
  /** The special rule or detail behind the reason; part of `text`. */
  readonly note?: Reason;
}

/** The values in the sentences of reasons. */
export interface ReasonValues {
  /** Fields with the places of their values in the event. */
  readonly places: readonly string[];
  /** A value of the event: JSON text, clipped around the deciding part. */
  readonly value: string;
  /** The value that the condition expects: JSON text, clipped in the same way. */
  readonly wanted: string;
  /** RFC 6901, into the event. */
  readonly pointer: string;
  /** A member name of the path. */
  readonly name: string;
  /** The kind of the event's value, such as `a number`. */
  readonly found: string;
  /** The kind of `wanted`. */
  readonly kind: string;
  /** The number of conditions of the field. */
  readonly conditions: number;
  /** The number of elements of the event's array. */
  readonly elements: number;
  /** The number of values that are not listed. */
  readonly count: number;
  /** A member name of the event that looks the same, or differs by case or by a letter. */
  readonly suggestion?: string;
  /** Whether the place is inside an array, into which no path leads. */
  readonly inArray?: true;
  /** The number of further places. */
  readonly more?: number;
  /** RFC 6901, into the JSON that the string at `pointer` holds. */
  readonly inner: string;
  /** Whether the sentence before it already states that strings are not read as JSON. */
  readonly said?: true;
  /** The form of the pattern that finds the value: JSON text. */
  readonly rewrite: string;
  /** The comparison: `<`, `<=`, `=`, `>=` or `>`. */
  readonly symbol: string;
  /** The number with which the value is compared. */
  readonly bound: string;
  /** The first address of a block. */
  readonly first: string;
  /** The last address of a block. */
  readonly last: string;
  /** The negated operator. */
  readonly operator: string;
  /** Its operand: JSON text. */
  readonly operand: string;
  /** The text that the dialect's engine makes of the value before it compares. */
  readonly comparedAs: string;
  /** The characters that look like wildcards. */
  readonly characters: readonly string[];
  /** The code points that differ, in words. */
  readonly difference: string;
  /** Whether the dialect reads such an address. */
  readonly taken: boolean;
}

type Values<K extends keyof ReasonValues> = Pick<ReasonValues, K>;
type Optional<K extends keyof ReasonValues> = Partial<Pick<ReasonValues, K>>;

/** The values in the sentence of each reason. */
export interface ReasonParams {
  // Fields
  /** The event has no `data`. */
  'no-data': Record<never, never>;
  /** The object at `pointer` lacks the next name of the path. */
  'no-member': Values<'pointer' | 'name' | 'suggestion'>;
  /** The path leads through something other than an object. */
  'no-members-in': Values<'pointer' | 'found' | 'name'>;
  /** The path leads through a string whose text is JSON. */
  'json-in-string': Values<'pointer'>;
  /** The path leads to an object. */
  'is-object': Record<never, never>;
  /** The path leads to an array without elements. */
  'is-empty-array': Record<never, never>;
  /** The path leads to an array that is not flat. */
  'is-array-with-objects': Record<never, never>;
  /** Several conditions, none of which holds for the value. */
  'no-condition': Values<'conditions' | 'value'>;
  /** Conditions of which none holds for an element of the array. */
  'no-condition-for-elements': Values<'conditions' | 'elements'>;
  /** Ends a list of elements. */
  'more-elements': Values<'count'>;
  // The same name or value elsewhere in the event
  /** The missing name is elsewhere. */
  'name-elsewhere': Values<'name' | 'pointer' | 'inArray' | 'more'>;
  /** A value that the field expects is elsewhere. */
  'value-elsewhere': Values<'value' | 'pointer' | 'more'>;
  /** A name or a value is inside a string of JSON. */
  'in-json-text': Optional<'name' | 'value'> & Values<'pointer' | 'inner' | 'said'>;
  /** The name is written like a path, and the event has that path. */
  'not-a-path': Values<'pointer' | 'rewrite'>;
  /** The event has the name with its dot, which the dialect reads as a path. */
  'is-a-path': Values<'name' | 'pointer'>;
  /** The event has one name with a dot where the pattern has nested objects. */
  'flat-name': Values<'name' | 'pointer'>;
  // Conditions that do not hold
  /** The operator is for values of another kind. */
  'wrong-kind': Values<'value' | 'found'> & {
    /** The kind of value for which the condition can hold, such as `string`. */
    readonly wants: string;
  };
  /** The plain value is of another kind. */
  'other-kind': Values<'value' | 'found' | 'wanted' | 'kind'>;
  /** The plain value is another one of the same kind. */
  'not-equal': Values<'value' | 'wanted'>;
  /** `prefix`. */
  'not-beginning': Values<'value' | 'wanted'>;
  /** `suffix`. */
  'not-ending': Values<'value' | 'wanted'>;
  /** `contains`. */
  'not-containing': Values<'value' | 'wanted'>;
  /** `numeric`: the first comparison that does not hold. */
  'not-compared': Values<'value' | 'symbol' | 'bound'>;
  /** `cidr`: the string is not an address. */
  'not-an-address': Values<'value'>;
  /** `cidr`: the address is not in the block. */
  'outside-block': Values<'value' | 'first' | 'last'>;
  /** `cidr`: the block is so small that the dialect counts no address as inside. */
  'empty-block': Values<'value'>;
  /** Only objects and arrays stand at the path, or in an array on the way: no plain value. */
  'no-value-in': Values<'pointer' | 'found'> & Optional<'name'>;
  /** Fields hold in different elements of an array. */
  'not-together': Values<'places'>;
  /** `wildcard`. */
  'not-fitting': Values<'value' | 'wanted'>;
  /** `cidr` of both families. */
  'not-any-address': Values<'value'>;
  /** `anything-but`: the value is in the list. */
  'not-wanted': Values<'value'>;
  /** `anything-but`: the negated operator holds. */
  'not-wanted-inside': Values<'value' | 'operator' | 'operand'>;
  /** `exists`: the field is present. */
  'not-missing': Values<'value'>;
  // Rules and details, as notes; some also explain why a condition holds
  /** The tolerance of numbers makes them equal. */
  'counts-as-equal': Values<'value' | 'bound'> & Optional<'symbol'>;
  /** The tolerance of numbers is exceeded by rounding alone. */
  'not-quite-equal': Values<'bound'>;
  /** The rule `equality`, for a number. */
  'by-text': Record<never, never>;
  /** The rule `equality`: the texts differ. */
  'another-text': Values<'value' | 'wanted'>;
  /** The rule `equality`: the texts decide. */
  'same-text': Values<'value' | 'wanted'>;
  /** The rule `number-text`. */
  're-typed': Values<'value' | 'comparedAs'>;
  /** The condition has characters that are wildcards elsewhere. */
  'literal-wildcard': Values<'characters'> & Optional<'rewrite'>;
  /** The strings look the same and are not. */
  'looks-alike': Values<'difference'>;
  /** The digits of a number are more than a double has. */
  'beyond-double': Record<never, never>;
  /** The rule `equal-numbers`: the same value in another text. */
  'same-number': Values<'value' | 'wanted'>;
  /** The rule `address-literals`: the same address in another spelling. */
  'same-address': Values<'value' | 'wanted'>;
  /** The case of the condition is ignored. */
  'ignoring-case': Record<never, never>;
  /** The rule `cidr-ends`. */
  'block-ends': Record<never, never>;
  /** The rule `cidr-zeros`. */
  'leading-zeros': Values<'taken'>;
}

/** The codes of reasons. */
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
  'no-value-in': ({ pointer, found, name }) =>
    name === undefined
      ? `\`${pointer}\` is ${found} and holds no plain value, so the field is missing`
      : `nothing in \`${pointer}\`, which is ${found}, has a plain value at \`${name}\``,
  'not-together': ({ places }) =>
    `the fields hold in different elements of an array, and no element has all of them: ${places.join(', ')}`,
  'not-fitting': ({ value, wanted }) => `${value} does not fit ${wanted}`,
  'not-any-address': ({ value }) => `${value} is not an address`,
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
  'beyond-double': () => 'a number with more digits than a double has equals only the same text',
  'same-number': ({ value, wanted }) => `${value} and ${wanted} are the same number`,
  'same-address': ({ value, wanted }) => `${value} and ${wanted} are the same address`,
  'ignoring-case': () => 'the case of the condition is ignored',
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
