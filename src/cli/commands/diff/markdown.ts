/** `diff` in Markdown, for the comment of a pull request or the summary of a step. */

import { spaced } from '../../../suite/json-text.ts';
import type { Proof } from '../../compare/answer.ts';
import { type DocumentChange, kindOf } from '../../compare/documents.ts';
import { changeSentence, KIND_NAMES, sumOfChanges } from '../../compare/summary.ts';
import { patternDiff } from '../../explanation/pattern-lines.ts';
import { escapeMarkdown, fenced, within } from '../../formats/markdown.ts';
import { MAX_BYTES } from '../../report/step-summary.ts';
import { printable } from '../../terminal/terminal.ts';
import { type Changed, closedGates } from './changed.ts';

export function diffMarkdown(changed: Changed, bytes = MAX_BYTES): string {
  const { old, changes, problems } = changed;
  const gates = closedGates(changed);
  const mark = problems.length > 0 || gates.some(({ failed }) => !failed) ? '⚠️' : '✅';
  const head = [
    `## ${gates.some(({ failed }) => failed) ? '❌' : mark} eb-pattern diff`,
    `${escapeMarkdown(`${old} → ${changed.new}: ${sumOfChanges(changes)}`)}`,
    ...gates.map(({ failed, text }) => `${failed ? 'Fails' : 'Undecided'}: ${escapeMarkdown(text)}`),
    ...problems.map(
      ({ file, message }) => `Not valid: ${escapeMarkdown(file === undefined ? message : `${file}: ${message}`)}`,
    ),
  ].join('\n\n');
  const shown = changes.filter(({ change }) => change.change !== 'equal');
  const rows = shown.map(({ change }) => `| ${escapeMarkdown(change.address)} | ${KIND_NAMES[kindOf(change)]} |`);
  const table = rows.length === 0 ? [] : [['| pattern | change |', '| --- | --- |', ...rows].join('\n')];
  return within(head, [...table, ...shown.map(block)], bytes);
}

function block({ change, before, after }: DocumentChange): string {
  const parts = [`### ${escapeMarkdown(change.address)}`, escapeMarkdown(changeSentence(change))];
  for (const one of proved('Matched before, and no longer does:', change.lost)) parts.push(one);
  for (const one of proved('Did not match before, and now does:', change.gained)) parts.push(one);
  const lines = patternDiff(before?.text ?? '', after?.text ?? '');
  if (before !== undefined && after !== undefined && lines.length > 0) {
    parts.push(fenced(lines.map(({ sign, text }) => printable(`${sign} ${text}`)).join('\n'), 'diff', ''));
  }
  return parts.join('\n\n');
}

function proved(sentence: string, proof: Proof | undefined): readonly string[] {
  if (proof === undefined) return [];
  const fails = proof.fails.map(({ path, reason }) => `- ${escapeMarkdown(`\`${path.join('.')}\`: ${reason}`)}`);
  return [
    sentence,
    fenced(printable(spaced(proof.event)), 'json', ''),
    ...(fails.length === 0 ? [] : [fails.join('\n')]),
  ];
}
