/** `eb-pattern completion`: a script for a shell, made from the commands and flags that there are. */
import type { Command } from 'commander';
import { bashScript } from '../completion/bash.ts';
import { fishScript } from '../completion/fish.ts';
import { placesOf } from '../completion/tree.ts';
import { zshScript } from '../completion/zsh.ts';
import { YES } from '../exit.ts';
import type { Session } from '../session.ts';

const SCRIPTS = { bash: bashScript, zsh: zshScript, fish: fishScript };

export async function completion(shell: keyof typeof SCRIPTS, program: Command, { io }: Session): Promise<number> {
  // A script is data: a shell reads it.
  io.stdout.write(Buffer.from(SCRIPTS[shell](placesOf(program))));
  return YES;
}
