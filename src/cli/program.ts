/** The parser of arguments with all commands. `flags.ts` of a command's folder declares it; its `run.ts` is loaded when it is called. */
import { Command, CommanderError } from 'commander';
import { named, nothing, writeAnswer } from './answer/answer.ts';
import { addBacktest } from './commands/backtest/flags.ts';
import { addBundle } from './commands/bundle/flags.ts';
import { addCheck } from './commands/check/flags.ts';
import { addCode } from './commands/code/flags.ts';
import { addCompletion } from './commands/completion/flags.ts';
import { addConvert } from './commands/convert/flags.ts';
import { addDiff } from './commands/diff/flags.ts';
import { addExplain } from './commands/explain/flags.ts';
import { addFilter } from './commands/filter/flags.ts';
import { addInit } from './commands/init/flags.ts';
import { addLsp } from './commands/lsp/flags.ts';
import { addMatch } from './commands/match/flags.ts';
import { addOverlap } from './commands/overlap/flags.ts';
import { addPack } from './commands/pack/flags.ts';
import { addPlayground } from './commands/playground/flags.ts';
import { addRoute } from './commands/route/flags.ts';
import { addSample } from './commands/sample/flags.ts';
import { addSchema } from './commands/schema/flags.ts';
import { addSql } from './commands/sql/flags.ts';
import { addStream } from './commands/stream/flags.ts';
import { addTest } from './commands/test/flags.ts';
import { applySettings } from './config/apply.ts';
import { choicesOf } from './config/choices.ts';
import { Failure } from './findings/failure.ts';
import { help } from './flags/options.ts';
import { type Act, commandName, type Registry } from './flags/registry.ts';
import { addSettings } from './global-flags.ts';
import { HELP_STYLE } from './help.ts';
import type { Session } from './session/session.ts';
import { isStream, StreamFailure, writeStreamFailure } from './stream/failure.ts';
import { YES } from './terminal/exit-code.ts';
import { version } from './terminal/version.ts';
import { missingCommand, usageMessage } from './usage.ts';

/** @throws Failure for a usage error */
export async function runProgram(argv: readonly string[], session: Session): Promise<number> {
  let code = 0;
  const act: Act =
    (run) =>
    async (...given) => {
      const command = given.at(-1) as Command;
      const options = given.at(-2) as { readonly format?: string };
      try {
        if (await applySettings(command, session, choicesOf(whole))) {
          code = await run(options as never, ...(given.slice(0, -2) as never[]));
        } else code = YES;
      } catch (thrown) {
        // With `--format json`, errors are printed as JSON, too.
        if (options.format === 'json' && thrown instanceof Failure) {
          writeFailure(commandName(command), thrown, session);
        }
        throw thrown;
      }
    };
  const { program, whole } = programWith(session, act, onlyCommand(argv, session));
  try {
    await program.parseAsync(argv, { from: 'user' });
  } catch (thrown) {
    if (!(thrown instanceof CommanderError)) throw thrown;
    if (thrown.exitCode === 0) return 0;
    // The parser reports a missing command like this.
    if (argv.length === 0) {
      program.outputHelp();
      return YES;
    }
    if (thrown.code === 'commander.help') {
      throw new Failure({ message: missingCommand(program, argv) });
    }
    throw new Failure({ message: usageMessage(thrown.message, program, argv) });
  }
  return code;
}

function writeFailure(command: string, failure: Failure, session: Session): void {
  // `match --on-service` answers as `stream match` does.
  if (isStream(command)) writeStreamFailure(command, failure, session);
  else if (failure instanceof StreamFailure) writeStreamFailure(`stream ${command}`, failure, session);
  else writeAnswer(named(command, nothing), {}, session, failure.problems);
}

/** In the order of the help. */
const COMMANDS: Readonly<Record<string, (registry: Registry) => void>> = {
  check: addCheck,
  match: addMatch,
  explain: addExplain,
  test: addTest,
  filter: addFilter,
  route: addRoute,
  convert: addConvert,
  diff: addDiff,
  backtest: addBacktest,
  overlap: addOverlap,
  pack: addPack,
  bundle: addBundle,
  sample: addSample,
  sql: addSql,
  playground: addPlayground,
  lsp: addLsp,
  code: addCode,
  schema: addSchema,
  stream: addStream,
  init: addInit,
  completion: addCompletion,
};

/** The command that the parser will call; undefined when it needs all: for their help or a suggestion. */
function onlyCommand(argv: readonly string[], session: Session): string | undefined {
  const flags = new Command().exitOverride().configureOutput({ writeErr: () => undefined });
  addSettings(flags, session);
  try {
    const [name = ''] = flags.parseOptions([...argv]).operands;
    return Object.hasOwn(COMMANDS, name) ? name : undefined;
  } catch (thrown) {
    // A flag lacks its value: the program reports it.
    if (thrown instanceof CommanderError) return undefined;
    throw thrown;
  }
}

/** With all commands; `act` runs them. */
export function buildProgram(session: Session, act: Act): Command {
  return programWith(session, act).whole();
}

/** With one command, if it is named: the flags of all take 5 ms. */
function programWith(session: Session, act: Act, only?: string): Registry {
  const { out, io } = session;
  const program = new Command('eb-pattern')
    .description('Checks, matches, explains and tests event patterns of EventBridge.')
    .optionsGroup('Global options:')
    .version(version(), '-V, --version', 'print the version')
    .addHelpOption(help())
    .configureHelp(HELP_STYLE)
    .helpCommand('help [command]', 'print help for a command')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => io.stdout.write(text.replaceAll('$ eb-pattern ', `$ ${out.program} `)),
      // Usage errors are thrown and shown in one line.
      writeErr: () => undefined,
      getOutHelpWidth: () => out.width,
      getOutHasColors: () => out.color,
    })
    .addHelpText('after', EXIT_CODES);
  addSettings(program, session);
  const names = Object.keys(COMMANDS);
  const registry: Registry = {
    program,
    session,
    act,
    whole() {
      const missing = names.filter((name) => program.commands.every((command) => command.name() !== name));
      add(missing, registry);
      const order = (command: Command): number => names.indexOf(command.name());
      (program.commands as Command[]).sort((a, b) => order(a) - order(b));
      return program;
    },
  };
  add(only === undefined ? names : [only], registry);
  return registry;
}

function add(names: readonly string[], registry: Registry): void {
  for (const name of names) COMMANDS[name]?.(registry);
  hideHelpOption(registry.program);
}

/** The help of commands lists it among the global options. */
function hideHelpOption({ commands }: Command): void {
  for (const command of commands) {
    command.addHelpOption(help().hideHelp());
    hideHelpOption(command);
  }
}

const EXIT_CODES = `
Exit codes:
  0    yes
  1    no: an error was found, an event does not match, a test failed
  2    the question was not answered: usage, a missing or broken file
  130  the run was interrupted

Examples:
  $ eb-pattern init
  $ eb-pattern check pattern.json
  $ eb-pattern explain pattern.json event.json
  $ eb-pattern test .`;
