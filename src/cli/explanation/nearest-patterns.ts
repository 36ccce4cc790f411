/** Judges one event by many patterns: those that match, and the nearest of the others. */

import { compilePattern, type FieldExplanation } from '../../index.ts';
import { type LanguageOptions, patternOptions } from '../patterns/pattern.ts';
import type { Session } from '../session/session.ts';
import { type NamedPatterns, readPatterns } from '../sources/named-patterns.ts';
import type { Fails, JudgedPattern } from './answer.ts';

/** The patterns of a folder; undefined when the name is not a folder. */
export async function patternsOfFolder(
  name: string,
  options: LanguageOptions,
  session: Session,
): Promise<NamedPatterns | undefined> {
  const { io, patterns } = session;
  return (await isFolder(name, session)) ? readPatterns([name], options, { patterns, cwd: io.cwd }) : undefined;
}

/** Also true for a packed set. */
export function isFolder(name: string, { patterns }: Session): Promise<boolean> {
  return patterns.isFolder(name);
}

/** Judges events by every pattern: those that match first, then by the number of fields that fail. */
export function judgeBy({ patterns, language }: NamedPatterns): (event: string) => readonly JudgedPattern[] {
  const matchers = patterns.map(({ id, text }) => ({ id, matcher: compilePattern(text, patternOptions(language)) }));
  return (event) =>
    matchers
      .map(({ id, matcher }): JudgedPattern => {
        const fields = matcher.pattern.fields.length;
        if (matcher.matchesJson(event)) return { id, matches: true, fields, fails: [] };
        const fails = matcher.explain(event).fields.filter(({ holds }) => !holds);
        return { id, matches: false, fields, fails: fails.map(failing) };
      })
      // Of two with as many failing fields, the one with more that hold is nearer.
      .sort((a, b) => a.fails.length - b.fails.length || (a.matches ? 0 : b.fields - a.fields));
}

function failing({ pointer, reason = '' }: FieldExplanation): Fails {
  return { pointer, reason };
}
