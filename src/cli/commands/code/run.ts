/** `eb-pattern code`: prints the entry of a finding from the catalogue. */
import type { Entry } from '../../../index.ts';
import { nearest } from '../../../pattern/suggest.ts';
import { writeAnswer } from '../../answer/answer.ts';
import { exact } from '../../answer/exact.ts';
import { findingCatalogue, patternCatalogue } from '../../findings/catalogue.ts';
import { Failure } from '../../findings/failure.ts';
import type { Format, Session } from '../../session/session.ts';
import { YES } from '../../terminal/exit-code.ts';
import { printable } from '../../terminal/terminal.ts';
import { wrap } from '../../terminal/wrap.ts';
import { codeAnswer, codesAnswer, listedCode } from './answer.ts';

export async function code(
  name: string | undefined,
  options: { readonly format: Format },
  session: Session,
): Promise<number> {
  if (name === undefined) return list(options, session);
  const { severity, summary, why, avoid, prefer, fixable, evidence } = entryOf(name);
  if (options.format === 'json') {
    const fix = fixable === undefined ? {} : { fixable };
    writeAnswer(codeAnswer, { code: name, severity, summary, why, avoid, prefer, ...fix, evidence }, session);
    return YES;
  }
  const { out } = session;
  const style = severity === 'error' ? 'bad' : severity;
  out.line(`${out.paint('bold', name)} (${out.paint(style, severity)}): ${summary}`);
  out.line();
  for (const line of wrap(why, out.width)) out.line(line);
  out.line();
  const rows = { avoid, prefer, ...(typeof fixable === 'string' ? { 'no fix': fixable } : {}), evidence };
  for (const [title, text] of Object.entries(rows)) {
    for (const [i, line] of wrap(printable(text), out.width - 12).entries()) {
      out.line(`  ${i === 0 ? out.paint('bold', title.padEnd(10)) : ' '.repeat(10)}${line}`);
    }
  }
  return YES;
}

/** All codes: of patterns first, then those that only stream documents have. */
function list({ format }: { readonly format: Format }, session: Session): number {
  const entries = Object.entries(findingCatalogue);
  const codes = entries
    .map(([code, { severity, summary }]) => {
      const about = Object.hasOwn(patternCatalogue, code) ? 'patterns' : 'streams';
      return exact(listedCode, { code, severity, summary, about });
    })
    .sort((a, b) => (a.about === b.about ? (a.code < b.code ? -1 : 1) : a.about === 'patterns' ? -1 : 1));
  if (format === 'json') {
    writeAnswer(codesAnswer, { codes }, session);
    return YES;
  }
  const { out } = session;
  const width = Math.max(...codes.map(({ code }) => code.length)) + 2;
  let about = '';
  for (const one of codes) {
    if (one.about !== about) {
      out.gap();
      about = one.about;
      out.line(out.paint('bold', `findings on ${about}`));
    }
    const style = one.severity === 'error' ? 'bad' : one.severity;
    for (const [i, line] of wrap(one.summary, Math.max(20, out.width - width - 12)).entries()) {
      const head =
        i === 0 ? `${one.code.padEnd(width)}${out.paint(style, one.severity.padEnd(8))}` : ' '.repeat(width + 8);
      out.line(`  ${head}${line}`);
    }
  }
  out.gap();
  out.line(`Explain one of them: ${out.program} code CODE`);
  return YES;
}

function entryOf(name: string): Entry<never> {
  if (Object.hasOwn(findingCatalogue, name)) return findingCatalogue[name] as Entry<never>;
  throw unknownCode(name, Object.keys(findingCatalogue));
}

function unknownCode(name: string, codes: readonly string[]): Failure {
  const meant = nearest(name, codes) ?? codes.find((code) => code.includes(name));
  const hint = meant === undefined ? '`check` shows codes in brackets' : `did you mean \`${meant}\`?`;
  return new Failure({ message: `there is no code \`${name}\`; ${hint}` });
}
