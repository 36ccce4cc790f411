/** Asks for confirmation on the terminal. */
import { Failure } from '../../findings/failure.ts';
import type { Io } from '../../terminal/io.ts';
import { printable } from '../../terminal/terminal.ts';

/** @throws Failure without a terminal; `refusing` names the action that is refused */
export function requireTerminal(refusing: string, { stdin, stderr }: Io): void {
  if (stdin.isTTY === true && stderr.isTTY === true) return;
  throw new Failure({ message: `refusing to ${refusing} without confirmation: there is no terminal; pass --yes` });
}

export async function agrees(question: string, { stdin, stderr }: Io): Promise<boolean> {
  stderr.write(`${printable(question)} [y/N] `);
  return /^\s*y(es)?\s*$/i.test(await firstLine(stdin));
}

/** The longest answer; a longer line is no answer. */
const LONGEST = 1000;

async function firstLine(stdin: Io['stdin']): Promise<string> {
  let text = '';
  for await (const chunk of stdin) {
    text += typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString('utf8');
    if (text.includes('\n') || text.length > LONGEST) break;
  }
  return text.slice(0, LONGEST).split(/\r?\n/)[0] ?? '';
}
