/** The code actions of a finding: its fixes, all safe fixes of the file, and a comment that allows it. All as edits of the file. */
import { basename } from 'node:path';
import type { Diagnostic, Edit, Range } from '../../index.ts';
import type { Findings } from '../findings/failure.ts';
import { editsInFile, fixFile } from '../fix/file.ts';
import { mend } from '../fix/mend.ts';
import { isSuiteName } from '../fix/suite.ts';
import { patternOptions } from '../patterns/pattern.ts';
import { allowComments, syntaxOf } from '../policy/allow.ts';
import { type AnalysedPattern, type Analysis, findingsIn, type Note } from './analysis.ts';
import { outward, rangeInFile } from './places.ts';

export interface Action {
  readonly title: string;
  readonly edits: readonly Edit[];
  /** The finding that the action removes. */
  readonly note?: Note;
  /** Whether the fix has no alternative. */
  readonly isPreferred: boolean;
}

/** Of the findings in a range. */
export function actionsIn(range: Range, analysis: Analysis): readonly Action[] {
  const notes = analysis.notes.filter((note) => touch(note.range, range));
  const fixes = notes.flatMap((note) => fixesOf(note, analysis));
  const allow = notes.flatMap((note) => allowing(note, analysis) ?? []);
  return [...fixes, ...allow];
}

function touch(a: Range, b: Range): boolean {
  return a.start <= b.end && b.start <= a.end;
}

function fixesOf(note: Note, { patterns }: Analysis): readonly Action[] {
  return patterns.flatMap((analysed) => {
    const found = findingsIn(analysed).filter((finding) => isOf(note, finding, analysed));
    return found.flatMap(({ fixes = [] }) =>
      fixes.flatMap((fix): readonly Action[] => {
        const edits = editsInFile(analysed.source, fix);
        if (edits === undefined) return [];
        return [{ title: fix.title, edits, note, isPreferred: fix.kind === 'safe' }];
      }),
    );
  });
}

function isOf({ range, code }: Note, finding: Diagnostic, { source }: AnalysedPattern): boolean {
  const at = finding.focus ?? finding.range;
  return finding.code === code && at !== undefined && outward(source, at).start === range.start;
}

/** All safe fixes of the file, except for findings that are allowed or turned off. */
export function fixAll({ patterns, notes, name }: Analysis): Action | undefined {
  if (patterns.length === 0) return undefined;
  const byRange = new Set(notes.map(({ code, range }) => `${code} ${range.start}`));
  const wanted = new Map(patterns.map((analysed) => [analysed.source, analysed]));
  const { edits } = fixFile([...wanted.keys()], (source) => {
    const language = patternOptions(wanted.get(source) as AnalysedPattern);
    return mend(source.text, language, (finding) => {
      const at = finding.focus ?? finding.range;
      return at !== undefined && byRange.has(`${finding.code} ${outward(source, at).start}`);
    });
  });
  if (edits.length === 0) return undefined;
  return { title: `fix all that is safe in ${basename(name)}`, edits, isPreferred: false };
}

/** A comment before the line, if the file may have comments and this one allows the finding. */
function allowing(note: Note, { name, text, patterns }: Analysis): Action | undefined {
  const syntax = syntaxOf(name);
  const { code, range } = note;
  if (syntax === 'json' || code === undefined || code === 'test-failed' || note.severity === 'error') return undefined;
  if (isSuiteName(basename(name)) && patterns.length === 0) return undefined;
  const mark = syntax === 'jsonc' ? '//' : '#';
  for (const start of linesFor(range.start, text, patterns)) {
    const [indent = ''] = /^[ \t]*/.exec(text.slice(start, range.start + 1)) ?? [];
    const comment = `${indent}${mark} eb-pattern-allow ${code}: say why\n`;
    const after = text.slice(0, start) + comment + text.slice(start);
    const moved = { start: range.start + comment.length, end: range.end + comment.length };
    if (!allows(name, after, moved, note)) continue;
    const edits = [{ range: { start, end: start }, text: comment }];
    return { title: `allow ${code} here with a comment`, edits, note, isPreferred: false };
  }
  return undefined;
}

/**
 * Starts of the lines before which the comment may stand: that of the finding, else of the pattern around it, which may be a text of several
 * lines, else of the line before that, where its name stands.
 */
function linesFor(offset: number, text: string, patterns: Analysis['patterns']): ReadonlySet<number> {
  const around = patterns
    .map(({ source }) => rangeInFile(source))
    .find(({ start, end }) => start <= offset && offset <= end);
  const first = lineStart(text, around?.start ?? offset);
  return new Set([lineStart(text, offset), first, lineStart(text, first - 1)]);
}

/** Of the line with the offset. */
function lineStart(text: string, offset: number): number {
  return offset <= 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
}

function allows(file: string, text: string, range: Range, { code, severity, message }: Note): boolean {
  const diagnostic = { code, severity, message, pointer: '', params: {}, range } as Findings['diagnostics'][number];
  return allowComments(file, text, syntaxOf(file)).find(diagnostic) !== undefined;
}
