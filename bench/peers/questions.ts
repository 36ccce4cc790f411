/** Questions to event-ruler: an object in each line, answered by a line (Verdicts.java). */
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from './side.ts';

export type Ask = (lines: readonly object[]) => string[];

/** @throws Error when the program fails. */
export function asking({ program, args }: Command, scratch: string): Ask {
  return (lines) => {
    if (lines.length === 0) return [];
    const file = join(scratch, 'asked.ndjson');
    writeFileSync(file, lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
    const { status, stdout, stderr } = spawnSync(program, [...args, file], { encoding: 'utf8', maxBuffer: 2 ** 30 });
    if (status !== 0) throw new Error(`event-ruler ended with ${status}: ${stderr.slice(0, 2000)}`);
    return stdout.split('\n').slice(0, lines.length);
  };
}
