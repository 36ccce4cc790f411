#!/usr/bin/env node
import process from 'node:process';
import { main } from './main.ts';

// A reader that has seen enough closes the pipe (`| head -1`): what is written after that has no reader, and the answer stands.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}

function onInterrupt(): AbortSignal {
  const controller = new AbortController();
  // Once: whoever presses the keys again does not want to wait.
  process.once('SIGINT', () => controller.abort());
  return controller.signal;
}

const { stdin, stdout, stderr, env } = process;
const io = { stdin, stdout, stderr, env, cwd: process.cwd(), onInterrupt };
// Not process.exit: output into a pipe would be cut off.
process.exitCode = await main(process.argv.slice(2), io);
// Whoever writes there may still be at it, and is not waited for.
stdin.destroy();
