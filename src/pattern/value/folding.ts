/**
 * Comparison that ignores case as event-ruler does: each UTF-16 code unit of a text stands for its lower-case and its upper-case form,
 * mapped by itself without a locale. A form may be longer than its unit (`ß`, `SS`). Not symmetric, since only the pattern is mapped.
 */

/** The forms of each code unit of a text, one or two. */
export type Forms = readonly (readonly string[])[];

export function formsOf(text: string): Forms {
  return Array.from({ length: text.length }, (_, i) => formsOfUnit(text[i] as string));
}

function formsOfUnit(unit: string): readonly string[] {
  const lower = unit.toLowerCase();
  const upper = unit.toUpperCase();
  return lower === upper ? [lower] : [lower, upper];
}

/**
 * A text from which case is removed, unit by unit: equal for a text and any sequence of its forms, and perhaps for more.
 * So a string that has the forms of a text has its folded text at the same part.
 */
export function foldedText(text: string): string {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) >= 0x80) return foldedUnits(text);
  return text.toLowerCase();
}

/** By unit beyond ASCII. */
const foldedUnit = new Map<string, string>();

function foldedUnits(text: string): string {
  let folded = '';
  for (let i = 0; i < text.length; i++) {
    const unit = text[i] as string;
    if (unit < '\u0080') folded += unit.toLowerCase();
    else {
      let known = foldedUnit.get(unit);
      if (known === undefined) {
        known = stable(unit);
        foldedUnit.set(unit, known);
      }
      folded += known;
    }
  }
  return folded;
}

/** Upper and lower case in turns, unit by unit, until nothing changes: `ẞ`, `ß`, `ss`. */
function stable(text: string): string {
  const next = mapUnits(
    mapUnits(text, (unit) => unit.toUpperCase()),
    (unit) => unit.toLowerCase(),
  );
  return next === text ? text : stable(next);
}

function mapUnits(text: string, map: (unit: string) => string): string {
  return Array.from({ length: text.length }, (_, i) => map(text[i] as string)).join('');
}

/** Which part of a string must be made of the forms. */
export type FoldedPart = 'whole' | 'beginning' | 'ending';

/** A test for strings that have the forms of a text as the given part. */
export function foldedTest(text: string, part: FoldedPart): (value: string) => boolean {
  const forms = formsOf(text);
  if (forms.every((some) => some.every((form) => form.length === 1))) return unitTest(forms, part);
  const longest = forms.reduce((sum, some) => sum + some.reduce((most, form) => Math.max(most, form.length), 0), 0);
  return (value) => {
    if (part !== 'ending') return endsOf(forms, value, 0).some((end) => part === 'beginning' || end === value.length);
    for (let from = Math.max(0, value.length - longest); from <= value.length; from++) {
      if (endsOf(forms, value, from).includes(value.length)) return true;
    }
    return false;
  };
}

/** For forms of one code unit each. */
function unitTest(forms: Forms, part: FoldedPart): (value: string) => boolean {
  const { length } = forms;
  const lower = Uint16Array.from(forms, ([form]) => (form as string).charCodeAt(0));
  const upper = Uint16Array.from(forms, (some) => (some.at(-1) as string).charCodeAt(0));
  return (value) => {
    if (part === 'whole' ? value.length !== length : value.length < length) return false;
    const from = part === 'ending' ? value.length - length : 0;
    for (let i = 0; i < length; i++) {
      const unit = value.charCodeAt(from + i);
      if (unit !== lower[i] && unit !== upper[i]) return false;
    }
    return true;
  };
}

/** The offsets at which the forms may end in a value that has them from an offset on. */
function endsOf(forms: Forms, value: string, from: number): readonly number[] {
  let ends = [from];
  for (const some of forms) {
    const next = new Set<number>();
    for (const at of ends) for (const form of some) if (value.startsWith(form, at)) next.add(at + form.length);
    if (next.size === 0) return [];
    ends = [...next];
  }
  return ends;
}
