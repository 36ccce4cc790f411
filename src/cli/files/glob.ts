/**
 * Matches paths against globs of the config file, which a stranger may have written. The steps are bounded by the length of the glob times
 * that of the path; libraries use regular expressions, for which a few stars can take minutes.
 */

/** The most alternatives that the braces of one glob may make. */
const MOST_ALTERNATIVES = 256;

/** A parsed glob: its alternatives, each in segments between slashes. */
export type Glob = readonly (readonly string[])[];

/**
 * `*` and `?` match within one name, `**` any folders, `{a,b}` alternatives. A glob that matches a folder matches all files below.
 * @throws RangeError for too many alternatives
 */
export function readGlob(text: string): Glob {
  return alternativesOf(text).map((one) => one.replace(/^\.\//, '').replace(/\/$/, '').split('/'));
}

/** `path`: relative to the folder of the glob, with slashes. */
export function matchesGlob(glob: Glob, path: string): boolean {
  const names = path.split('/');
  return glob.some((segments) => matchesSegments(segments, names));
}

/** The prefixes of the path that the segments so far match; after the last segment, the rest of the path is below the match. */
function matchesSegments(segments: readonly string[], names: readonly string[]): boolean {
  let reached: boolean[] = [true, ...names.map(() => false)];
  for (const segment of segments) {
    const next: boolean[] = names.map(() => false);
    next.push(false);
    for (let i = 0; i <= names.length; i++) {
      if (segment === '**') next[i] = (reached[i] as boolean) || (i > 0 && (next[i - 1] as boolean));
      else if (i > 0) next[i] = (reached[i - 1] as boolean) && matchesName(segment, names[i - 1] as string);
    }
    reached = next;
  }
  return reached.some((is) => is);
}

function matchesName(segment: string, name: string): boolean {
  const letters = Array.from(name);
  let reached: boolean[] = [true, ...letters.map(() => false)];
  for (const token of segment) {
    const next = reached.map(() => false);
    for (let i = 0; i < reached.length; i++) {
      if (token === '*') next[i] = (reached[i] as boolean) || (i > 0 && (next[i - 1] as boolean));
      else if (i > 0) next[i] = (reached[i - 1] as boolean) && (token === '?' || token === letters[i - 1]);
    }
    reached = next;
  }
  return reached.at(-1) as boolean;
}

/** Braces do not nest. */
function alternativesOf(text: string): readonly string[] {
  let all = [''];
  for (const part of text.split(/(\{[^{}]*\})/)) {
    const choices = part.startsWith('{') && part.endsWith('}') ? part.slice(1, -1).split(',') : [part];
    all = all.flatMap((before) => choices.map((choice) => before + choice));
    if (all.length > MOST_ALTERNATIVES) throw new RangeError(`more than ${MOST_ALTERNATIVES} alternatives`);
  }
  return all;
}
