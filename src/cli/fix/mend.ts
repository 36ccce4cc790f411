/** Applies the safe fixes of a pattern until none is left. */
import {
  applyFix,
  type Code,
  type Diagnostic,
  type Edit,
  type Fix,
  type PatternOptions,
  parsePattern,
} from '../../index.ts';
import { Pieces } from './pieces.ts';

/** The fixed pattern. */
export interface Mended {
  readonly text: string;
  /** Edits of the original text. */
  readonly edits: readonly Edit[];
  readonly done: readonly AppliedFix[];
}

export interface AppliedFix {
  readonly code: Code;
  readonly title: string;
}

/** Each pass applies fixes that do not overlap; findings that they reveal are left to the next pass. */
const MAX_PASSES = 20;

/** `wanted`: the findings of the original text that may be fixed. */
export function mend(text: string, options: PatternOptions, wanted: (finding: Diagnostic) => boolean): Mended {
  const pieces = new Pieces(text);
  const done: AppliedFix[] = [];
  for (let pass = 0; pass < MAX_PASSES; pass++) {
    const current = pieces.text;
    const { diagnostics } = parsePattern(current, options);
    const found = diagnostics.flatMap((finding) => {
      const fix = wanted(finding) ? finding.fixes?.find(({ kind }) => kind === 'safe') : undefined;
      return fix === undefined ? [] : [{ code: finding.code, fix }];
    });
    const chosen = apart(found);
    const [first] = chosen;
    if (first === undefined) break;
    const all = together(chosen.map(({ fix }) => fix));
    const fits = isBetter(current, applyFix(current, all), options);
    const some = fits ? chosen : [first];
    pieces.edit((fits ? all : first.fix).edits);
    for (const { code, fix } of some) done.push({ code, title: fix.title });
  }
  return { text: pieces.text, edits: pieces.edits, done };
}

/** Fixes whose edits do not touch each other. */
function apart<T extends { readonly fix: Fix }>(found: readonly T[]): readonly T[] {
  const taken: Edit['range'][] = [];
  return found.filter(({ fix: { edits } }) => {
    const touches = edits.some(({ range }) =>
      taken.some((other) => range.start <= other.end && other.start <= range.end),
    );
    if (!touches) for (const { range } of edits) taken.push(range);
    return !touches;
  });
}

function together(fixes: readonly Fix[]): Fix {
  const edits = fixes
    .flatMap((fix) => fix.edits)
    .sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
  return { title: '', kind: 'safe', edits };
}

/** Each fix was verified alone; several together must also reduce the number of findings. */
function isBetter(before: string, after: string, options: PatternOptions): boolean {
  const errors = (text: string): number => {
    const { diagnostics, omitted } = parsePattern(text, options);
    return diagnostics.filter(({ severity }) => severity === 'error').length + omitted.errors;
  };
  return errors(after) <= errors(before);
}
