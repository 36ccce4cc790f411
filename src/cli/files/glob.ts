/**
 * Globs of the config file against paths. A stranger may have written the config, so each glob is matched in steps that its length times the
 * length of the path bounds; libraries turn globs into regular expressions, where a few stars can take minutes.
 */

/** More alternatives than this are not made of the braces of one glob. */
const MOST_ALTERNATIVES = 256;

/** A glob that is ready: its alternatives, each in segments between slashes. */
export type Glob = readonly (readonly string[])[];

/**
 * `*` and `?` stand within one name, `**` for any folders, `{a,b}` for alternatives. A glob that matches a folder matches all that is below.
 * @throws RangeError for more alternatives than there may be
 */
export function readGlob(text: string): Glob {
  return alternativesOf(text).map((one) => one.replace(/^\.\//, '').replace(/\/$/, '').split('/'));
}

/** `path`: from the folder where the glob starts, with slashes. */
export function matchesGlob(glob: Glob, path: string): boolean {
  const names = path.split('/');
  return glob.some((segments) => matchesSegments(segments, names));
}

/** Which beginnings of the path the segments so far can be; when all are used up, what is left of the path lies below. */
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
