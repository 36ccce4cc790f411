/** The commands on event streams, their flags and their help. What a command does is loaded when it is called. */
import { type Command, Option } from 'commander';
import type { AwaitedStatus } from '../../client/index.ts';
import type { BusinessOptionFlags } from '../commands/stream/business-option.ts';
import type { Format } from '../session.ts';
import type { StreamFlags } from '../stream/settings.ts';
import { EVENT, examples as examplesOf, extension, gates, withOptions } from './options.ts';
import type { Registry } from './registry.ts';

/** Repeated from the rooms that are loaded later: the client is slow to load. Tests compare them. */
const TRANSPORTS = ['rest', 'openapi-v2', 'rpc', 'api'];
const AUTHS = ['access-key', 'bearer'];

const MODES = ['CapacityUnitMode', 'EventNumMode'];
const STATUSES: readonly AwaitedStatus[] = ['RUNNING', 'PAUSED', 'DELETED'];

const FILE = 'a stream document in JSON or YAML, or - for standard input';
const NAME = 'the name of the stream';

export function addStream({ program, session, act }: Registry): void {
  const stream = program
    .command('stream')
    .description('create, change and watch event streams')
    .addHelpText('after', SETTINGS)
    // Before the command runs, so that its errors have the same form as its answer.
    .hook('preAction', (_, command) => {
      // A flag stays one: it is stronger than settings.
      if (command.opts<{ readonly format?: Format }>().format !== undefined) return;
      command.setOptionValue('format', session.io.stdout.isTTY === true ? 'human' : 'json');
    });

  stream
    .command('check')
    .description('validate stream documents; nothing is sent')
    .argument('<files...>', 'stream documents in JSON or YAML, or - for standard input')
    .addOption(new Option('--transport <name>', 'what the service would be spoken to by').choices(TRANSPORTS))
    .addOption(extension())
    .addOption(formats())
    .action(
      act(async (options: StreamFlags, files: string[]) =>
        (await import('../commands/stream/check.ts')).check(files, options, session),
      ),
    )
    .addHelpText('after', examples('check orders.yaml', 'check streams/*.yaml --format json'));

  withOptions(add('plan', 'show what applying a document would change'), ...gates())
    .argument('<file>', FILE)
    .option('--exit-code', 'end with 1 when there is a change')
    .addOption(extension())
    .action(
      act(async (options: StreamFlags, file: string) =>
        (await import('../commands/stream/plan.ts')).plan(file, options, session),
      ),
    )
    .addHelpText('after', examples('plan orders.yaml', 'plan orders.yaml --exit-code --price 0.0001'));

  withOptions(add('apply', 'show the plan, ask, and create or update the stream'), ...gates())
    .argument('<file>', FILE)
    .option('-y, --yes', 'do not ask')
    .addOption(extension())
    .action(
      act(async (options: StreamFlags, file: string) =>
        (await import('../commands/stream/apply.ts')).apply(file, options, session),
      ),
    )
    .addHelpText('after', examples('apply orders.yaml', 'apply orders.yaml --yes --no-narrower'));

  dry(add('create', 'check a document and create its stream'))
    .argument('<file>', FILE)
    .addOption(extension())
    .action(
      act(async (options: StreamFlags, file: string) =>
        (await import('../commands/stream/create.ts')).create(file, options, session),
      ),
    )
    .addHelpText('after', examples('create orders.yaml', 'create orders.yaml --dry-run'));

  dry(add('update', 'check a document and replace the whole stream by it'))
    .argument('<file>', FILE)
    .addOption(extension())
    .action(
      act(async (options: StreamFlags, file: string) =>
        (await import('../commands/stream/update.ts')).update(file, options, session),
      ),
    )
    .addHelpText('after', examples('update orders.yaml', 'update orders.yaml --dry-run'));

  add('match', 'ask the service whether events match a pattern; each event is a billed request')
    .argument('<pattern>', 'a pattern, or a document with one')
    .argument('<event...>', EVENT)
    .option('--any', 'one event that matches is enough')
    .addOption(extension())
    .action(
      act(async (options: StreamFlags, pattern: string, events: string[]) =>
        (await import('../commands/stream/match.ts')).match(pattern, events, options, session),
      ),
    )
    .addHelpText('after', examples('match pattern.json event.json', 'match pattern.json events/*.json --price 0.0001'));

  add('get', 'show a stream, with its secrets masked')
    .argument('<name>', NAME)
    .action(
      act(async (options: StreamFlags, name: string) =>
        (await import('../commands/stream/get.ts')).get(name, options, session),
      ),
    )
    .addHelpText('after', examples('get orders', 'get orders --format json'));

  add('list', 'list streams')
    .option('--prefix <text>', 'what their names begin with')
    .option('--limit <n>', 'how many a page has: 1 to 100')
    .option('--next-token <token>', 'the page after the one that showed this token')
    .option('--all', 'all pages; each is a billed request')
    .action(act(async (options: StreamFlags) => (await import('../commands/stream/list.ts')).list(options, session)))
    .addHelpText('after', examples('list', 'list --prefix orders --all'));

  dry(add('start', 'start a stream ("Enable" in the console)'))
    .argument('<name>', NAME)
    .action(
      act(async (options: StreamFlags, name: string) =>
        (await import('../commands/stream/start.ts')).start(name, options, session),
      ),
    )
    .addHelpText('after', examples('start orders', 'start orders --dry-run'));

  dry(add('pause', 'pause a stream'))
    .argument('<name>', NAME)
    .action(
      act(async (options: StreamFlags, name: string) =>
        (await import('../commands/stream/pause.ts')).pause(name, options, session),
      ),
    )
    .addHelpText('after', examples('pause orders', 'pause orders --dry-run'));

  // Here `--timeout` is the patience of the whole wait.
  add('wait', 'wait until a stream has a status, or is gone', 'how long to wait in all (default: 300)')
    .argument('<name>', NAME)
    .addArgument(program.createArgument('<status>', 'what to wait for').choices(STATUSES))
    .option('--interval <seconds>', 'between two questions, each of which is billed (default: 5)')
    .action(
      act(async (options: StreamFlags, name: string, status: AwaitedStatus) =>
        (await import('../commands/stream/wait.ts')).wait(name, status, options, session),
      ),
    )
    .addHelpText('after', examples('wait orders RUNNING', 'wait orders DELETED --timeout 60'));

  dry(add('business-option', 'set the capacity that is billed'))
    .argument('<name>', NAME)
    .addOption(new Option('--mode <mode>', 'what is billed').choices(MODES).makeOptionMandatory())
    .option('--min <n>', 'capacity units at least: 1 to 999')
    .option('--max <n>', 'capacity units at most: 1 to 999')
    .action(
      act(async (options: BusinessOptionFlags, name: string) =>
        (await import('../commands/stream/business-option.ts')).businessOption(name, options, session),
      ),
    )
    .addHelpText('after', examples('business-option orders --mode CapacityUnitMode --min 1 --max 4'));

  dry(add('delete', 'delete a stream; asks first'))
    .argument('<name>', NAME)
    .option('-y, --yes', 'do not ask')
    .action(
      act(async (options: StreamFlags, name: string) =>
        (await import('../commands/stream/delete.ts')).remove(name, options, session),
      ),
    )
    .addHelpText('after', examples('delete orders', 'delete orders --yes'));

  function add(
    name: string,
    description: string,
    timeout = 'limit of a call with its repetitions (default: 120)',
  ): Command {
    return stream
      .command(name)
      .description(description)
      .option('--account-id <id>', 'the number of the main account')
      .option('--region <id>', 'such as cn-hangzhou')
      .option('--endpoint <url>', 'scheme, host and port instead of the own host of the transport')
      .option('--insecure-http', 'let credentials go over plain http to a host that is not this machine')
      .addOption(new Option('--transport <name>', 'how the service is spoken to (default: rest)').choices(TRANSPORTS))
      .addOption(new Option('--auth <way>', 'which credentials of the environment are used').choices(AUTHS))
      .option('--timeout <seconds>', timeout)
      .option('--retries <n>', 'repetitions after a failure, each of which is billed (default: 5)')
      .option('--price <number>', 'what one request costs: costs are shown')
      .addOption(formats());
  }
}

function formats(): Option {
  const description = 'how the answer is printed (default: human on a terminal, else json)';
  return new Option('--format <format>', description).choices(['human', 'json']);
}

function dry(command: Command): Command {
  return command.option('--dry-run', 'send nothing, and show the request that would be sent');
}

function examples(...lines: readonly string[]): string {
  return examplesOf(...lines.map((line) => `stream ${line}`));
}

const SETTINGS = `
Settings come from flags, then EB_PATTERN_ACCOUNT_ID, EB_PATTERN_REGION and so
on (also ALIBABA_CLOUD_ACCOUNT_ID, ALIBABA_CLOUD_REGION), then from the config
file. Credentials come from the environment only: ALIBABA_CLOUD_ACCESS_KEY_ID
and ALIBABA_CLOUD_ACCESS_KEY_SECRET, or DASHSCOPE_API_KEY.

Exit codes:
  0  done
  1  no: the document has errors, \`plan --exit-code\` found a change, \`wait\`
     ended in a failed state, a deletion was declined
  2  not answered: usage, credentials, network, an error of the service

Examples:
  $ eb-pattern stream plan orders.yaml
  $ eb-pattern stream create orders.yaml
  $ eb-pattern stream wait orders RUNNING`;
