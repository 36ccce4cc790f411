/** The program: its commands, each of which is added by a file of this folder. What a command does is loaded when it is called. */
import { Command, CommanderError, Option } from 'commander';
import { YES } from '../exit.ts';
import { Failure } from '../failure.ts';
import { reportErrors, VERSION } from '../report/json.ts';
import { type Session, writeJson } from '../session.ts';
import { beforeAnything } from '../stream/outcome.ts';
import { missingCommand, usageMessage } from '../usage.ts';
import { version } from '../version.ts';
import { addCheck } from './check.ts';
import { addEvent } from './event.ts';
import { HELP_STYLE } from './help.ts';
import { addLines } from './lines.ts';
import { addMeaning } from './meaning.ts';
import { addPlayground } from './playground.ts';
import { addReference } from './reference.ts';
import { type Act, commandName } from './registry.ts';
import { addSettings, settleFirst } from './settings.ts';
import { addSetup } from './setup.ts';
import { addStream } from './stream.ts';
import { addTest } from './test.ts';

/** @throws Failure for a wrong usage */
export async function runProgram(argv: readonly string[], session: Session): Promise<number> {
  let code = 0;
  const act: Act =
    (run) =>
    async (...given) => {
      const command = given.at(-1) as Command;
      const options = given.at(-2) as { readonly format?: string };
      try {
        if (await settleFirst(command, session)) {
          code = await run(options as Parameters<typeof run>[0], ...given.slice(0, -2));
        } else code = YES;
      } catch (thrown) {
        // Whoever reads JSON gets JSON, also when there is nothing but errors.
        if (options.format === 'json' && thrown instanceof Failure) {
          writeJson(
            {
              version: VERSION,
              command: commandName(command),
              ...beforeAnything(commandName(command)),
              ...thrown.answer,
              errors: reportErrors(thrown.problems),
            },
            session,
          );
        }
        throw thrown;
      }
    };
  const program = buildProgram(session, act);
  try {
    await program.parseAsync(argv, { from: 'user' });
  } catch (thrown) {
    if (!(thrown instanceof CommanderError)) throw thrown;
    if (thrown.exitCode === 0) return 0;
    // So the parser says that there is no command at all.
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

/** All commands; `act` runs them. */
export function buildProgram(session: Session, act: Act): Command {
  const { out, io } = session;
  const program = new Command('eb-pattern')
    .description('Checks, matches, explains and tests event patterns of EventBridge.')
    .optionsGroup('Global options:')
    .version(version(), '-V, --version', 'print the version')
    .addHelpOption(new Option('-h, --help', 'print help'))
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
  const registry = { program, session, act };
  addCheck(registry);
  addEvent(registry);
  addTest(registry);
  addLines(registry);
  addMeaning(registry);
  addPlayground(registry);
  addReference(registry);
  addStream(registry);
  addSetup(registry);
  hideHelpOption(program);
  return program;
}

/** Commands name it among the global options. */
function hideHelpOption({ commands }: Command): void {
  for (const command of commands) {
    command.addHelpOption(new Option('-h, --help', 'print help').hideHelp());
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
