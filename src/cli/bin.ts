#!/usr/bin/env node
import process from 'node:process';
import { main } from './main.ts';

// A reader that has seen enough closes the pipe (`| head -1`): what is written after that has no reader, and the answer stands.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}

const { stdin, stdout, stderr, env } = process;
// Not process.exit: output into a pipe would be cut off.
process.exitCode = await main(process.argv.slice(2), { stdin, stdout, stderr, env, cwd: process.cwd() });
