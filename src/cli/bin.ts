#!/usr/bin/env node
import { INTERRUPTED, UNANSWERED } from './terminal/exit-code.ts';
import { logText } from './terminal/log-text.ts';
import { version } from './terminal/version.ts';

const { stdout, stderr, env } = process;

/** The exit code, once it is known. */
let answer: number | undefined;
let lost = false;

for (const [name, stream] of Object.entries({ 'standard output': stdout, 'standard error': stderr })) {
  stream.on('error', ({ code }: NodeJS.ErrnoException) => {
    // A reader that has seen enough closes the pipe (`| head -1`): later output has no reader, and the exit code stays.
    if (code === 'EPIPE' || lost) return;
    lost = true;
    const reason = code === 'ENOSPC' ? 'there is no space left' : (code ?? 'unknown reason');
    if (stream === stdout) stderr.write(`eb-pattern: ${name} cannot be written: ${reason}\n`);
  });
}

// An error outside of `main`, such as a promise that nothing awaits.
process.on('uncaughtException', (thrown: unknown) => {
  complain(`this is a bug of eb-pattern, please report it: ${textOf(thrown)}`);
  if (env.EB_PATTERN_DEBUG && thrown instanceof Error) stderr.write(logText(`${thrown.stack}\n`, false));
  process.exit(UNANSWERED);
});

// Exit code 0 without an answer would be a yes, for instance when the event loop runs empty.
process.on('exit', () => {
  if (answer === undefined && process.exitCode !== UNANSWERED) {
    complain('this is a bug of eb-pattern, please report it: the process ended before there was an answer');
    process.exitCode = UNANSWERED;
  } else if (lost && answer !== INTERRUPTED) process.exitCode = UNANSWERED;
});

function complain(message: string): void {
  stderr.write(logText(`eb-pattern: ${message}\n`, false));
}

/** On one line, without control characters. */
function textOf(thrown: unknown): string {
  const text = thrown instanceof Error ? thrown.message : typeof thrown;
  return JSON.stringify(text).replace(/[^ -~]/gu, '?');
}

function onInterrupt(): AbortSignal {
  const controller = new AbortController();
  // A second SIGINT ends the process at once.
  process.once('SIGINT', () => controller.abort());
  return controller.signal;
}

/** Resolves when the earlier output has arrived, or never will. */
function written(stream: NodeJS.WriteStream): Promise<void> {
  return new Promise((resolve) => {
    if (stream.writable) stream.write('', () => resolve());
    else resolve();
  });
}

const argv = process.argv.slice(2);
// Called often, by scripts and to test for the program, so it does not load the commands and the core.
if (argv.length === 1 && (argv[0] === '--version' || argv[0] === '-V')) {
  answer = 0;
  stdout.write(`${version()}\n`);
} else {
  const [{ main }, { readable }] = await Promise.all([import('./main.ts'), import('./terminal/stdin.ts')]);
  const io = { stdin: readable(() => process.stdin), stdout, stderr, env, cwd: process.cwd(), onInterrupt };
  answer = await main(argv, io);
  process.exitCode = answer;
  // Output into a pipe would be cut off.
  await Promise.all([stdout, stderr].map(written));
  // Standard input may still be open.
  process.exit();
}
