/** The commands, their flags and their help. What a command does is loaded when it is called. */
import { readFileSync } from 'node:fs';
import { Command, CommanderError, Option } from 'commander';
import { dialects } from '../index.ts';
import { Failure } from './failure.ts';
import { counted, lineOptions } from './lines/options.ts';
import { reportErrors, VERSION } from './report/json.ts';
import { type Format, type Session, writeJson } from './session.ts';
import { addStreamCommands } from './stream-program.ts';
import { missingCommand, usageMessage } from './usage.ts';

/** @throws Failure for a wrong usage */
export async function runProgram(argv: readonly string[], session: Session): Promise<number> {
  let code = 0;
  const program = buildProgram(session, async (command, { format }, run) => {
    try {
      code = await run();
    } catch (thrown) {
      // Whoever reads JSON gets JSON, also when there is nothing but errors.
      if (format === 'json' && thrown instanceof Failure) {
        writeJson({ version: VERSION, command, errors: reportErrors(thrown.problems) }, session);
      }
      throw thrown;
    }
  });
  try {
    await program.parseAsync(argv, { from: 'user' });
  } catch (thrown) {
    if (!(thrown instanceof CommanderError)) throw thrown;
    if (thrown.exitCode === 0) return 0;
    // So the parser says that there is no command at all.
    if (thrown.code === 'commander.help') {
      throw new Failure({ message: missingCommand(program, argv) });
    }
    throw new Failure({ message: usageMessage(thrown.message, program, argv) });
  }
  return code;
}

type Act = (command: string, options: { readonly format?: Format }, run: () => Promise<number>) => Promise<void>;

function buildProgram(session: Session, act: Act): Command {
  const { out, io } = session;
  const program = new Command('eb-pattern')
    .description('Checks, matches, explains and tests event patterns of EventBridge.')
    .version(version(), '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print help')
    .helpCommand('help [command]', 'print help for a command')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => io.stdout.write(text),
      // Usage errors are thrown and shown in one line.
      writeErr: () => undefined,
      getOutHelpWidth: () => out.width,
      getOutHasColors: () => out.color,
    })
    .addHelpText('after', EXIT_CODES);

  add('check', 'say what is wrong with patterns')
    .argument('<pattern...>', `${PATTERN}; a folder is searched for patterns`)
    .action((files, options) =>
      act('check', options, async () => (await import('./commands/check.ts')).check(files, options, session)),
    )
    .addHelpText(
      'after',
      examples(
        'check pattern.json',
        'check patterns/*.json --dialect rocketmq',
        'check plan.json s.yaml',
        'check - < p.json',
      ),
    );

  add('match', 'say whether events match a pattern')
    .argument('<pattern>', PATTERN)
    .argument('<event...>', EVENT)
    .option('--any', 'one event that matches is enough')
    .action((pattern, events, options) =>
      act('match', options, async () => (await import('./commands/match.ts')).match(pattern, events, options, session)),
    )
    .addHelpText('after', examples('match pattern.json event.json', 'match pattern.json events/*.json --any'));

  add('explain', 'say why an event matches a pattern or does not')
    .argument('<pattern>', PATTERN)
    .argument('<event>', EVENT)
    .action((pattern, event, options) =>
      act('explain', options, async () =>
        (await import('./commands/explain.ts')).explain(pattern, event, options, session),
      ),
    )
    .addHelpText('after', examples('explain pattern.json event.json', 'explain pattern.json - < event.json'));

  add('test', 'run suites of tests')
    .argument('<suite|folder...>', 'suites (*.eb-test.yaml, .yml or .json), or folders to search for them')
    .option('--strict-dialects', 'fail a test when the dialects differ on it')
    .action((paths, options) =>
      act('test', options, async () => (await import('./commands/test.ts')).test(paths, options, session)),
    )
    .addHelpText('after', examples('test .', 'test orders.eb-test.yaml --strict-dialects', 'test . --format json'));

  withOptions(
    language(program.command('filter').description('print the lines of NDJSON whose events match')),
    new Option(
      '-p, --pattern <pattern>',
      'one more pattern or folder; an event must match one of all (repeatable)',
    ).argParser(repeated),
    new Option('--invert', 'print the lines that match none of the patterns'),
    new Option('--count', 'print how many lines there are, not the lines'),
    new Option('--ids', 'print {"ids":[…],"event":…} for each line: the patterns that matched, and the line').conflicts(
      ['invert', 'count'],
    ),
    new Option('--limit <n>', 'stop after n lines').argParser((text: string) => counted(text)),
    new Option('--exit-status', 'exit with 1 when there is no such line'),
    ...lineOptions(),
  )
    .argument(
      '<pattern>',
      'a file that holds patterns, file#address for one, a folder (*.json), or - for standard input',
    )
    .argument('[file...]', `${LINES} (default: standard input)`)
    .action((pattern, files, options) =>
      act('filter', options, async () =>
        (await import('./commands/filter.ts')).filter(pattern, files, options, session),
      ),
    )
    .addHelpText('after', FILTER_NOTES)
    .addHelpText(
      'after',
      examples(
        'filter pattern.json events.ndjson',
        'filter pattern.json 2026-*.ndjson.gz --count',
        'filter a.json -p b.json -p more/ --ids < events.ndjson',
      ),
    );

  withOptions(
    add('route', 'say which patterns events reach'),
    new Option('--summary', 'count the events of each pattern, and name the patterns that nothing reached'),
    ...lineOptions(),
  )
    .argument(
      '<folder>',
      'a folder of patterns (*.json), a file, or file#address; the id of a pattern is its path, without .json',
    )
    .argument('<event...>', `a file that holds an event, or ${LINES}`)
    .action((folder, events, options) =>
      act('route', options, async () => (await import('./commands/route.ts')).route(folder, events, options, session)),
    )
    .addHelpText('after', ROUTE_NOTES)
    .addHelpText('after', examples('route patterns event.json', 'route patterns events.ndjson --summary'));

  program
    .command('code')
    .description('print what a finding means')
    .argument('<code>', 'the code of a finding, as `check` shows it in brackets')
    .addOption(format())
    .action((code, options) =>
      act('code', options, async () => (await import('./commands/code.ts')).code(code, options, session)),
    )
    .addHelpText('after', examples('code unknown-operator', 'code number-text --format json'));

  language(program.command('schema').description('print a JSON Schema for an editor'))
    .argument('<suite|pattern>', '`suite` for suites of tests, `pattern` for the language')
    .action((what, options) =>
      act('schema', options, async () => (await import('./commands/schema.ts')).schema(what, options, session)),
    )
    .addHelpText('after', examples('schema suite > suite.schema.json', 'schema pattern --dialect rocketmq'));

  addStreamCommands(program, session, act);

  return program;

  function add(name: string, description: string): Command {
    return language(program.command(name).description(description)).addOption(format());
  }
}

const PATTERN = 'a file that holds a pattern, file#address for one of several, or - for standard input';
const LINES = 'files with an event on each line, also .gz and .zst; - for standard input';

const FILTER_NOTES = `
The first argument is a pattern, all others are files with events; further
patterns are given with --pattern. Lines come out as they are, byte for byte.
Empty lines are left out. A line that is not an event ends the run with exit
code 2, unless it is to be skipped.`;

const ROUTE_NOTES = `
A file has an event on each line if it is named so (.ndjson, .jsonl), or if its
first line is an event by itself and more follows. Else it is one event.`;

const EVENT = 'a file that holds an event, or - for standard input';

function language(command: Command): Command {
  return command
    .addOption(
      new Option('--dialect <name>', `the language (default: ${dialects[0]?.name})`).choices(
        dialects.map(({ name }) => name),
      ),
    )
    .addOption(
      new Option('--extension <name>', 'an extension attribute that events carry (repeatable)').argParser(repeated),
    );
}

function repeated(value: string, before: string[] | undefined): string[] {
  return [...(before ?? []), value];
}

function withOptions(command: Command, ...options: readonly Option[]): Command {
  for (const option of options) command.addOption(option);
  return command;
}

function format(): Option {
  return new Option('--format <format>', 'how the answer is printed').choices(['human', 'json']).default('human');
}

function examples(...lines: readonly string[]): string {
  return `\nExamples:\n${lines.map((line) => `  $ eb-pattern ${line}`).join('\n')}`;
}

const EXIT_CODES = `
Exit codes:
  0  yes
  1  no: an error was found, an event does not match, a test failed
  2  the question was not answered: usage, a missing or broken file

Examples:
  $ eb-pattern check pattern.json
  $ eb-pattern explain pattern.json event.json
  $ eb-pattern test .`;

function version(): string {
  // The package's own file is two folders up from here, in the source as in what is built.
  const text = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
  return (JSON.parse(text) as { readonly version: string }).version;
}
