/**
 * Comments that allow one code at one place: `eb-pattern-allow CODE: reason`, on the line of the finding, or alone on the line before. A
 * text of several lines cannot contain a comment: for a finding in it, the line on which the text begins counts.
 */
import type { Range } from '../../index.ts';
import { nearest } from '../../pattern/suggest.ts';
import { findingCatalogue } from '../findings/catalogue.ts';
import type { FileFinding, Problem } from '../findings/failure.ts';
import { lineFinder } from '../findings/line-finder.ts';
import { isHclName } from '../sources/hcl-name.ts';
import { hclMarks } from '../syntax/hcl/comments.ts';
import { commentRanges } from '../syntax/json-comments.ts';
import { type YamlMarks, yamlMarks } from '../syntax/yaml-comments.ts';

/** The comment syntax of a file; JSON has none. */
export type Syntax = 'yaml' | 'jsonc' | 'hcl' | 'json';

export function syntaxOf(file: string): Syntax {
  // A template in JSON has no comments either way.
  if (/\.(?:ya?ml|template)$/i.test(file)) return 'yaml';
  if (isHclName(file)) return 'hcl';
  return /\.jsonc$/i.test(file) ? 'jsonc' : 'json';
}

interface Comment {
  readonly range: Range;
  readonly code: string;
  readonly reason?: string;
  /** Whether its lines contain only comments. */
  readonly alone: boolean;
  used: boolean;
}

const MARK = 'eb-pattern-allow';
const HEAD = /^(?:#+|\/\/+|\/\*+)\s*eb-pattern-allow(?![\w-])([\s\S]*)$/;

export interface AllowComments {
  /** The comment that allows a finding of this file; it counts as used afterwards. */
  find(diagnostic: FileFinding): { readonly reason?: string } | undefined;
  /** The problems of the comments, in source order. `complete`: whether all findings of the file were tested against them. */
  notes(complete: boolean): readonly Problem[];
}

const NONE: AllowComments = { find: () => undefined, notes: () => [] };

export function allowComments(file: string, text: string, syntax: Syntax): AllowComments {
  if (syntax === 'json' || !text.includes(MARK)) return NONE;
  return new Comments(file, text, marksIn(text, syntax));
}

function marksIn(text: string, syntax: Syntax): YamlMarks {
  if (syntax === 'yaml') return yamlMarks(text);
  return syntax === 'hcl' ? hclMarks(text) : { comments: [...commentRanges(text)], blocks: [] };
}

class Comments implements AllowComments {
  private readonly file: string;
  private readonly text: string;
  private readonly blocks: YamlMarks['blocks'];
  /** By the line of their end. */
  private readonly byLine = new Map<number, Comment[]>();

  constructor(file: string, text: string, { comments, blocks }: YamlMarks) {
    this.file = file;
    this.text = text;
    this.blocks = blocks;
    const find = lineFinder(text);
    for (const range of comments) {
      const comment = readComment(text, range);
      if (comment === undefined) continue;
      const { line } = find(range.end);
      const others = this.byLine.get(line);
      if (others === undefined) this.byLine.set(line, [comment]);
      else others.push(comment);
    }
  }

  find({ code, focus, range }: FileFinding): { readonly reason?: string } | undefined {
    const at = (focus ?? range)?.start;
    if (at === undefined) return undefined;
    const block = this.blockAt(at);
    const found = this.above(at, code) ?? (block === undefined ? undefined : this.above(block.start, code));
    if (found === undefined) return undefined;
    found.used = true;
    return found.reason === undefined ? {} : { reason: found.reason };
  }

  notes(complete: boolean): readonly Problem[] {
    const find = lineFinder(this.text);
    return [...this.byLine.values()].flat().flatMap(({ range, code, used }) => {
      const message = messageFor(code, used || !complete);
      return message === undefined ? [] : [{ file: this.file, ...find(range.start), message }];
    });
  }

  /** On the line of an offset, or in the lines directly above that contain only comments. */
  private above(offset: number, code: string): Comment | undefined {
    const { line } = lineFinder(this.text)(offset);
    const onLine = this.byLine.get(line)?.find((comment) => comment.code === code);
    if (onLine !== undefined) return onLine;
    for (let before = line - 1; ; before--) {
      const comments = this.byLine.get(before)?.filter(({ alone }) => alone);
      if (comments === undefined || comments.length === 0) return undefined;
      const found = comments.find((comment) => comment.code === code);
      if (found !== undefined) return found;
    }
  }

  private blockAt(offset: number): Range | undefined {
    let low = 0;
    let beyond = this.blocks.length;
    while (low < beyond) {
      const middle = (low + beyond) >> 1;
      if ((this.blocks[middle] as Range).end <= offset) low = middle + 1;
      else beyond = middle;
    }
    const block = this.blocks[low];
    return block !== undefined && block.start <= offset ? block : undefined;
  }
}

function readComment(text: string, range: Range): Comment | undefined {
  const said = HEAD.exec(text.slice(range.start, range.end))?.[1];
  if (said === undefined) return undefined;
  const body = (said.endsWith('*/') ? said.slice(0, -2) : said).trim();
  // In three steps: one expression for all would retry at each blank of a run.
  const code = /^[^\s:*]*/.exec(body)?.[0] ?? '';
  const rest = body.slice(code.length).trimStart();
  if (rest !== '' && !rest.startsWith(':')) return undefined;
  const reason = rest.slice(1).trim();
  const before = text.slice(Math.max(0, range.start - MAX_INDENT), range.start);
  const after = text.slice(range.end, range.end + MAX_INDENT);
  const alone = before.split(LINE_END).at(-1)?.trim() === '' && after.split(LINE_END, 1)[0]?.trim() === '';
  return { range, code, alone, used: false, ...(reason === '' ? {} : { reason }) };
}

const LINE_END = /[\r\n]/;

/** A comment that is indented further is not alone on its line: a line may have megabytes, with a comment at each byte. */
const MAX_INDENT = 1000;

function messageFor(code: string, done: boolean): string | undefined {
  if (code === '') return `this comment allows nothing: write \`${MARK} CODE: reason\``;
  if (!Object.hasOwn(findingCatalogue, code)) {
    const meant = nearest(code, Object.keys(findingCatalogue));
    const hint = meant === undefined ? '`check` shows codes in brackets' : `did you mean \`${meant}\`?`;
    return `this comment allows nothing: there is no code \`${code}\`; ${hint}`;
  }
  return done ? undefined : `this comment allows nothing: there is no finding \`${code}\` here; remove it`;
}
