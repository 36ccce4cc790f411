/** `eb-pattern completion`: a script for a shell, made from the commands and flags of the program. */
import type { Command } from 'commander';
import type { Session } from '../../session/session.ts';
import { YES } from '../../terminal/exit-code.ts';
import { bashScript } from './bash.ts';
import { fishScript } from './fish.ts';
import { placesOf } from './tree.ts';
import { zshScript } from './zsh.ts';

const SCRIPTS = { bash: bashScript, zsh: zshScript, fish: fishScript };

export async function completion(shell: keyof typeof SCRIPTS, program: Command, { io }: Session): Promise<number> {
  // Written as bytes, since a shell reads it.
  io.stdout.write(Buffer.from(SCRIPTS[shell](placesOf(program))));
  return YES;
}
