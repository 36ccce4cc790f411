/** `check --fix` and `--fix-dry-run`: writes the safe fixes of all named patterns to their files, or shows them. */
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { GIT } from '../files/git-name.ts';
import { writeWhole } from '../files/write.ts';
import type { FindingCode } from '../findings/catalogue.ts';
import { Failure, type Problem, problemsOf } from '../findings/failure.ts';
import { plural } from '../findings/show.ts';
import { type LanguageOptions, optionsFor, patternOptions, readPattern } from '../patterns/pattern.ts';
import { syntaxOf } from '../policy/allow.ts';
import { Policy, type PolicyOptions } from '../policy/policy.ts';
import type { Session } from '../session/session.ts';
import type { PatternSource } from '../sources/patterns.ts';
import { type FixedFile, fixFile } from './file.ts';
import { mend } from './mend.ts';
import { suitePatterns } from './suite.ts';
import { unifiedDiff } from './unified.ts';

export interface FixOptions extends LanguageOptions, PolicyOptions {}

export interface Fixes {
  /** What was fixed and what was left, a sentence each. */
  readonly notes: readonly string[];
  readonly problems: readonly Problem[];
  /** The diff of all files. */
  readonly diff: string;
}

/** Fixes the patterns in suites, each in the dialect of its suite. @throws Failure for a baseline that cannot be read */
export async function fixSuites(
  files: readonly string[],
  options: FixOptions,
  session: Session,
  write: boolean,
): Promise<Fixes> {
  const all: Fixes[] = [];
  for (const file of files) {
    try {
      const { patterns, left, ...language } = suitePatterns(
        await session.sources.file(file, resolve(session.io.cwd, file)),
      );
      const fixed = await fixPatterns(patterns, { ...options, ...language }, session, write && left === undefined);
      const notes = fixed.diff === '' ? [] : [`${file}: left alone, since ${left}`];
      all.push(left === undefined ? fixed : { notes, problems: [], diff: '' });
    } catch (thrown) {
      all.push({ notes: [], problems: problemsOf(thrown), diff: '' });
    }
  }
  return together(all);
}

export function together(all: readonly Fixes[]): Fixes {
  return {
    notes: all.flatMap(({ notes }) => notes),
    problems: all.flatMap(({ problems }) => problems),
    diff: all.map(({ diff }) => diff).join(''),
  };
}

/** `write`: whether the files are written. @throws Failure for a baseline that cannot be read */
export async function fixPatterns(
  sources: readonly PatternSource[],
  options: FixOptions,
  session: Session,
  write: boolean,
): Promise<Fixes> {
  const policy = await Policy.open(options, session);
  const byFile = new Map<string, PatternSource[]>();
  for (const source of sources) byFile.set(source.file, [...(byFile.get(source.file) ?? []), source]);
  const notes: string[] = [];
  const problems: Problem[] = [];
  let diff = '';
  for (const [file, all] of byFile) {
    if (file.startsWith(GIT)) continue;
    // Would be shown in the lines of a diff.
    if (all.some(({ shown }) => shown !== undefined)) {
      notes.push(`${file}: left alone, since it holds values that are marked as secret`);
      continue;
    }
    const some = all.filter(({ remarks = [] }) => remarks.every(({ severity }) => severity !== 'error'));
    if (some.length === 0) continue;
    const fixed = fixFile(some, (source) => mendOne(source, options, policy));
    diff += unifiedDiff(file, fixed.before, fixed.edits);
    try {
      if (write && fixed.edits.length > 0) await writeFixed(fixed, session);
      for (const one of notesOf(fixed, write)) notes.push(one);
    } catch (thrown) {
      for (const one of problemsOf(thrown)) problems.push(one);
    }
  }
  return { notes, problems, diff };
}

/** Findings that a comment allows, the baseline contains or the config turns off are not fixed. */
function mendOne(source: PatternSource, options: FixOptions, policy: Policy): ReturnType<typeof mend> {
  const { findings } = readPattern(source, patternOptions(options));
  const { suppressed = [] } = policy.judge(findings, syntaxOf(source.file));
  const meant = new Set<FindingCode>(suppressed.map(({ diagnostic }) => diagnostic.code));
  const isOff = (code: FindingCode): boolean => options.severities?.[code] === 'off';
  return mend(source.text, optionsFor(source, patternOptions(options)), ({ code }) => !meant.has(code) && !isOff(code));
}

async function writeFixed({ file, before, after }: FixedFile, { io }: Session): Promise<void> {
  const path = resolve(io.cwd, file);
  const bytes = await readFile(path).catch(() => undefined);
  const mark = bytes?.subarray(0, 3).equals(Buffer.from([0xef, 0xbb, 0xbf])) ? '\ufeff' : '';
  if (bytes === undefined || bytes.toString('utf8') !== mark + before) {
    throw new Failure({ message: `\`${file}\` is not written: it changed while it was checked` });
  }
  await writeWhole(file, path, mark + after);
}

function notesOf({ done, left }: FixedFile, written: boolean): readonly string[] {
  return [
    ...done.map(({ name, done: fixes }) => {
      const what = [...new Set(fixes.map(({ code, title }) => `${title} (${code})`))].join('; ');
      return `${name}: ${written ? 'fixed' : 'can fix'} ${plural(fixes.length, 'finding')}: ${what}`;
    }),
    ...left.map(({ name, reason }) => `${name}: left alone, since ${reason}`),
  ];
}
