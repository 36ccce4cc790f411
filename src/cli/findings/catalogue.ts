/** The catalogue of findings on YAML, which the core does not read, and all findings by their codes. */
import { type StreamCode, streamCatalogue } from '../../client/model/catalogue.ts';
import { type Code, catalogue, type Diagnostic, type Entry, type Range } from '../../index.ts';
import { entry, findingOf, MAX_HINT, type ParamsOf } from '../../pattern/finding.ts';
import { quote } from '../../pattern/value/excerpt.ts';

const YAML = 'YAML 1.2.2, chapters 7 and 10.3, and YAML 1.1, the language-independent types';

/** `avoid` and `prefer` are YAML. */
export const yamlCatalogue = {
  'invalid-yaml': entry<{ problem: string }>({
    severity: 'error',
    summary: 'the text is not YAML, or YAML without a meaning in JSON',
    message: ({ problem }) => `the YAML cannot be read: ${problem}`,
    why: 'Characters such as `>`, `!`, `*`, `@` and `%` have a meaning of their own in YAML where a text begins. The operators of `numeric` begin with them, so they stand in quotes.',
    avoid: 'data:\n  size: [{numeric: [>, 0]}]',
    prefer: "data:\n  size: [{numeric: ['>', 0]}]",
    fixable: 'a text that cannot be read has no places to edit',
    evidence: YAML,
  }),
  'yaml-number': entry<{ written: string; read: string; is: 'number' | 'text' }>({
    severity: 'warning',
    summary: 'a number in YAML that is not written as in JSON',
    message: ({ written, read, is }) =>
      is === 'number'
        ? `${quote(written)} is read as the number ${quote(read)}`
        : `${quote(written)} is text here, and a number to tools that read YAML 1.1`,
    why: 'YAML has more spellings of numbers than JSON, and its versions differ in them: `012` is 12 in YAML 1.2 and 10 in YAML 1.1, `1_000` is text or a number. An account or a phone number without quotes loses its zeros.',
    avoid: 'data:\n  account: [012345678901]',
    prefer: "data:\n  account: ['012345678901']",
    fixable: 'whether the text or the number was meant is not in the file',
    evidence: YAML,
  }),
  'yaml-word': entry<{ written: string; other: 'true' | 'false' | 'date' }>({
    severity: 'info',
    summary: 'a word in YAML that is another value to some tools',
    message: ({ written, other }) =>
      `${quote(written)} is text here, and ${other === 'date' ? 'a date' : quote(other)} to tools that read YAML 1.1`,
    why: 'In YAML 1.1, which many tools still read, `yes`, `no`, `on` and `off` are booleans, and a date is no text. In quotes they are texts for every tool.',
    avoid: 'data:\n  state: [on]',
    prefer: "data:\n  state: ['on']",
    fixable: 'whether the text or the other value was meant is not in the file',
    evidence: YAML,
  }),
} as const satisfies Readonly<Record<string, Entry<never>>>;

export type YamlCode = keyof typeof yamlCatalogue;

/** Every code that a finding about a file may have. */
export type FindingCode = Code | YamlCode | StreamCode;

/** Every finding on a pattern or its file, by its code. */
export const patternCatalogue: Readonly<Record<string, Entry<never>>> = { ...catalogue, ...yamlCatalogue };

/** The same, with those on streams. A code that both have is that of patterns. */
export const findingCatalogue: Readonly<Record<string, Entry<never>>> = { ...streamCatalogue, ...patternCatalogue };

/** A finding on YAML in the form of those on patterns. */
export function yamlFinding<C extends YamlCode>(
  code: C,
  { pointer, range, hint }: { readonly pointer: string; readonly range: Range; readonly hint?: string },
  params: ParamsOf<typeof yamlCatalogue, C>,
): Diagnostic<C> {
  const finding = { ...findingOf(yamlCatalogue, code, pointer, params), range };
  return hint === undefined || hint.length > MAX_HINT ? finding : { ...finding, hint };
}
