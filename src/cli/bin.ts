#!/usr/bin/env node
import process from 'node:process';
import { version } from './version.ts';

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
const argv = process.argv.slice(2);
// Asked often, by scripts and by those who look whether it is there: not worth loading the commands and the core for.
if (argv.length === 1 && (argv[0] === '--version' || argv[0] === '-V')) {
  stdout.write(`${version()}\n`);
} else {
  const { main } = await import('./main.ts');
  const io = { stdin, stdout, stderr, env, cwd: process.cwd(), onInterrupt };
  // Not process.exit: output into a pipe would be cut off.
  process.exitCode = await main(argv, io);
  // Whoever writes there may still be at it, and is not waited for.
  stdin.destroy();
}
