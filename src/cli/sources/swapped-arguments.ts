/** Detects swapped arguments: an event in the place of the pattern, or a pattern in the place of the event. */
import { type JsonNode, parsePattern, printCondition } from '../../index.ts';
import { readJson } from '../../json.ts';
import { INLINE, isInline } from '../files/file-name.ts';
import type { Sources } from '../files/source.ts';
import { Failure, problemsOf } from '../findings/failure.ts';
import { type LanguageOptions, patternOptions } from '../patterns/pattern.ts';
import { formOfSeveral } from '../patterns/several-events.ts';
import type { Patterns } from './patterns.ts';

/**
 * Why the first argument is no pattern: the failure itself, or that the arguments are swapped, if the second is a pattern or a folder.
 * @throws errors that are no Failure
 */
export async function wrongPattern(
  thrown: unknown,
  { command, pattern, event }: { readonly command: string; readonly pattern: string; readonly event: string },
  options: LanguageOptions,
  { sources, patterns }: { readonly sources: Sources; readonly patterns: Patterns },
): Promise<Failure> {
  const failure = new Failure(problemsOf(thrown));
  if (pattern === '-' || event === '-' || pattern.includes('#')) return failure;
  try {
    const first = await sources.read(pattern);
    if (!isOfEvents(first.text)) return failure;
    const isFolder = (await patterns.inFolder(event)) !== undefined;
    if (!isFolder && !isPatternText((await sources.read(event)).text, options)) return failure;
    const names = isInline(pattern) || isInline(event) ? '' : ` (\`eb-pattern ${command} ${event} ${pattern}\`)`;
    const name = isInline(pattern) ? INLINE : pattern;
    return new Failure({ file: name, message: `the pattern is the first argument; is this the event?${names}` });
  } catch (other) {
    problemsOf(other);
    return failure;
  }
}

/** Whether a text contains one event or several. */
function isOfEvents(text: string): boolean {
  const several = formOfSeveral(text);
  if (several !== undefined) return several.first === undefined || hasPlainMember(several.first);
  const { node } = readJson(text);
  return hasPlainMember(node?.kind === 'array' ? node.items[0] : node);
}

/**
 * The warning for an event that has the form of a pattern: it is the pattern's own file, has a list for an attribute, or operators. Lists
 * in the data alone do not suffice, since an event may have them.
 */
export function patternForEvent(
  { name, text }: { readonly name: string; readonly text: string },
  pattern: string,
  options: LanguageOptions,
): { readonly note?: string } {
  // Most events are ruled out without the findings of a pattern, and the repairs that these would propose.
  if (hasPlainMember(readJson(text).node)) return {};
  const { pattern: read } = parsePattern(text, patternOptions(options));
  const fields = read?.fields ?? [];
  const isMeant = fields.some(
    ({ path, conditions }) => path.length === 1 || conditions.some((one) => printCondition(one).startsWith('{')),
  );
  if (fields.length === 0 || !(isMeant || name === pattern)) return {};
  return { note: 'this has the form of a pattern; the event is the second argument' };
}

function isPatternText(text: string, options: LanguageOptions): boolean {
  return (parsePattern(text, patternOptions(options)).pattern?.fields.length ?? 0) > 0;
}

/** Whether there is a plain value in the place of a list of conditions, which no dialect takes. */
export function hasPlainMember(node: JsonNode | undefined): boolean {
  if (node?.kind !== 'object') return false;
  return node.members.some(({ value }) => (value.kind === 'object' ? hasPlainMember(value) : value.kind !== 'array'));
}
