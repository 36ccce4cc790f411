/** The commands on event streams, their flags and their help. What a command does is loaded when it is called. */
import { type Command, Option } from 'commander';
import type { AwaitedStatus } from '../../../client/index.ts';
import {
  EVENT,
  examples as examplesOf,
  extension,
  gates,
  inGroup,
  REPORT,
  RUN,
  withOptions,
} from '../../flags/options.ts';
import type { Registry } from '../../flags/registry.ts';
import type { Format } from '../../session/session.ts';
import type { StreamFlags } from '../../stream/settings.ts';
import type { BusinessOptionFlags } from './business-option.ts';

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
    .addOption(
      new Option('--transport <name>', 'what the service would be spoken to by (default: rest)')
        .choices(TRANSPORTS)
        .helpGroup(SERVICE),
    )
    .addOption(formats())
    .addOption(extension())
    .action(
      act(async (options: StreamFlags, files: string[]) => (await import('./check.ts')).check(files, options, session)),
    )
    .addHelpText('after', examples('check orders.yaml', 'check streams/*.yaml --format json'));

  withOptions(
    add('plan', 'show what applying a document would change'),
    ...gates(),
    new Option('--exit-code', 'end with 1 when there is a change').helpGroup(REPORT),
  )
    .argument('<file>', FILE)
    .addOption(extension())
    .action(act(async (options: StreamFlags, file: string) => (await import('./plan.ts')).plan(file, options, session)))
    .addHelpText('after', examples('plan orders.yaml', 'plan orders.yaml --exit-code --price 0.0001'));

  withOptions(add('apply', 'show the plan, ask, and create or update the stream', { run: [yes()] }), ...gates())
    .argument('<file>', FILE)
    .addOption(extension())
    .action(
      act(async (options: StreamFlags, file: string) => (await import('./apply.ts')).apply(file, options, session)),
    )
    .addHelpText('after', examples('apply orders.yaml', 'apply orders.yaml --yes --no-narrower'));

  add('create', 'check a document and create its stream', { run: [dryRun()] })
    .argument('<file>', FILE)
    .addOption(extension())
    .action(
      act(async (options: StreamFlags, file: string) => (await import('./create.ts')).create(file, options, session)),
    )
    .addHelpText('after', examples('create orders.yaml', 'create orders.yaml --dry-run'));

  add('update', 'check a document and replace the whole stream by it', { run: [dryRun()] })
    .argument('<file>', FILE)
    .addOption(extension())
    .action(
      act(async (options: StreamFlags, file: string) => (await import('./update.ts')).update(file, options, session)),
    )
    .addHelpText('after', examples('update orders.yaml', 'update orders.yaml --dry-run'));

  add('match', 'ask the service whether events match a pattern; each event is a billed request', {
    run: [new Option('--any', 'one event that matches is enough')],
  })
    .argument('<pattern>', 'a pattern, or a document with one')
    .argument('<event...>', EVENT)
    .addOption(extension())
    .action(
      act(async (options: StreamFlags, pattern: string, events: string[]) =>
        (await import('../../stream/match.ts')).match(pattern, events, options, session),
      ),
    )
    .addHelpText('after', examples('match pattern.json event.json', 'match pattern.json events/*.json --price 0.0001'));

  add('get', 'show a stream, with its secrets masked')
    .argument('<name>', NAME)
    .action(act(async (options: StreamFlags, name: string) => (await import('./get.ts')).get(name, options, session)))
    .addHelpText('after', examples('get orders', 'get orders --format json'));

  add('list', 'list streams', {
    run: [
      new Option('--prefix <text>', 'what their names begin with'),
      new Option('--limit <n>', 'how many a page has: 1 to 100'),
      new Option('--next-token <token>', 'the page after the one that showed this token'),
      new Option('--all', 'all pages; each is a billed request'),
    ],
  })
    .action(act(async (options: StreamFlags) => (await import('./list.ts')).list(options, session)))
    .addHelpText('after', examples('list', 'list --prefix orders --all'));

  add('start', 'start a stream ("Enable" in the console)', { run: [dryRun()] })
    .argument('<name>', NAME)
    .action(
      act(async (options: StreamFlags, name: string) => (await import('./start.ts')).start(name, options, session)),
    )
    .addHelpText('after', examples('start orders', 'start orders --dry-run'));

  add('pause', 'pause a stream', { run: [dryRun()] })
    .argument('<name>', NAME)
    .action(
      act(async (options: StreamFlags, name: string) => (await import('./pause.ts')).pause(name, options, session)),
    )
    .addHelpText('after', examples('pause orders', 'pause orders --dry-run'));

  // Here `--timeout` is the patience of the whole wait.
  add('wait', 'wait until a stream has a status, or is gone', {
    run: [new Option('--interval <seconds>', 'between two questions, each of which is billed (default: 5)')],
    timeout: 'how long to wait in all (default: 300)',
  })
    .argument('<name>', NAME)
    .addArgument(program.createArgument('<status>', 'what to wait for').choices(STATUSES))
    .action(
      act(async (options: StreamFlags, name: string, status: AwaitedStatus) =>
        (await import('./wait.ts')).wait(name, status, options, session),
      ),
    )
    .addHelpText('after', examples('wait orders RUNNING', 'wait orders DELETED --timeout 60'));

  add('business-option', 'set the capacity that is billed', {
    run: [
      new Option('--mode <mode>', 'what is billed').choices(MODES).makeOptionMandatory(),
      new Option('--min <n>', 'capacity units at least: 1 to 999'),
      new Option('--max <n>', 'capacity units at most: 1 to 999'),
      dryRun(),
    ],
  })
    .argument('<name>', NAME)
    .action(
      act(async (options: BusinessOptionFlags, name: string) =>
        (await import('./business-option.ts')).businessOption(name, options, session),
      ),
    )
    .addHelpText('after', examples('business-option orders --mode CapacityUnitMode --max 4'));

  add('delete', 'delete a stream; asks first', { run: [yes(), dryRun()] })
    .argument('<name>', NAME)
    .action(
      act(async (options: StreamFlags, name: string) => (await import('./delete.ts')).remove(name, options, session)),
    )
    .addHelpText('after', examples('delete orders', 'delete orders --yes'));

  function add(name: string, description: string, { run = [], timeout = TIMEOUT }: Own = {}): Command {
    return withOptions(
      stream.command(name).description(description),
      ...inGroup(RUN, ...run),
      ...inGroup(
        SERVICE,
        new Option('--account-id <id>', 'the number of the main account'),
        new Option('--region <id>', 'such as cn-hangzhou'),
        new Option('--endpoint <url>', 'scheme, host and port instead of the own host of the transport'),
        new Option('--insecure-http', 'let credentials go over plain http to a host that is not this machine'),
        new Option('--transport <name>', 'how the service is spoken to (default: rest)').choices(TRANSPORTS),
        new Option(
          '--auth <way>',
          'which credentials of the environment are used (default: those that are set)',
        ).choices(AUTHS),
        new Option('--timeout <seconds>', timeout),
        new Option('--retries <n>', 'repetitions after a failure, each of which is billed (default: 5)'),
      ),
      formats(),
      new Option('--price <number>', 'what one request costs: costs are shown').helpGroup(REPORT),
    );
  }
}

/** What a command has besides what all of them have. */
interface Own {
  readonly run?: readonly Option[];
  readonly timeout?: string;
}

const SERVICE = 'Service:';
const TIMEOUT = 'limit of a call with its repetitions (default: 120)';

function formats(): Option {
  const description = 'how the answer is printed (default: human on a terminal, else json)';
  return new Option('-f, --format <format>', description).choices(['human', 'json']).helpGroup(REPORT);
}

function dryRun(): Option {
  return new Option('--dry-run', 'send nothing, and show the request that would be sent');
}

function yes(): Option {
  return new Option('-y, --yes', 'do not ask');
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
