/** The commands on event streams, their flags and their help, as one table. The code of a command is loaded when it is called. */
import { Argument, type Command, Option } from 'commander';
import { authVariables } from '../../../client/auth/environment.ts';
import type { AwaitedStatus } from '../../../client/index.ts';
import { transportNames } from '../../../client/transport/names.ts';
import { addCommand, type CommandRow } from '../../flags/command.ts';
import { any, EVENT, extension, gates, inGroup, REPORT, RUN } from '../../flags/options.ts';
import type { Registry } from '../../flags/registry.ts';
import type { Format, Session } from '../../session/session.ts';
import type { StreamFlags } from '../../stream/settings.ts';
import type { BusinessOptionFlags } from './lifecycle.ts';

const MODES = ['CapacityUnitMode', 'EventNumMode'];
const STATUSES: readonly AwaitedStatus[] = ['RUNNING', 'PAUSED', 'DELETED'];

const file = (): Argument => new Argument('<file>', 'a stream document in JSON or YAML, or - for standard input');
const name = (): Argument => new Argument('<name>', 'the name of the stream');

interface StreamCommand extends CommandRow {
  /** Runs after the flags are parsed and before settings are resolved. */
  beforeSettings?(command: Command): void;
}

/** New for each program, since the parser changes the options. */
const commands = (session: Session): readonly StreamCommand[] => [
  {
    name: 'check',
    description: 'validate stream documents; nothing is sent',
    arguments: [new Argument('<files...>', 'stream documents in JSON or YAML, or - for standard input')],
    options: [
      new Option('--transport <name>', 'what the service would be spoken to by (default: rest)')
        .choices(transportNames)
        .helpGroup(SERVICE),
      formats(),
      extension(),
    ],
    examples: ['check orders.yaml', 'check streams/*.yaml --format json'],
    run: async (flags: StreamFlags, files: string[]) => (await import('./check.ts')).check(files, flags, session),
  },
  {
    name: 'plan',
    description: 'show what applying a document would change',
    arguments: [file()],
    options: [
      ...onService(),
      ...gates(),
      new Option('--exit-code', 'end with 1 when there is a change').helpGroup(REPORT),
      extension(),
    ],
    examples: ['plan orders.yaml', 'plan orders.yaml --exit-code --price 0.0001'],
    run: async (flags: StreamFlags, file: string) => (await import('./plan.ts')).plan(file, flags, session),
  },
  {
    name: 'apply',
    description: 'show the plan, ask, and create or update the stream',
    arguments: [file()],
    options: [...onService({ run: [yes()] }), ...gates(), extension()],
    examples: ['apply orders.yaml', 'apply orders.yaml --yes --no-narrower'],
    run: async (flags: StreamFlags, file: string) => (await import('./apply.ts')).apply(file, flags, session),
  },
  {
    name: 'create',
    description: 'check a document and create its stream',
    arguments: [file()],
    options: [...onService({ run: [dryRun()] }), extension()],
    examples: ['create orders.yaml', 'create orders.yaml --dry-run'],
    run: async (flags: StreamFlags, file: string) => (await import('./send.ts')).create(file, flags, session),
  },
  {
    name: 'update',
    description: 'check a document and replace the whole stream by it',
    arguments: [file()],
    options: [...onService({ run: [dryRun()] }), extension()],
    examples: ['update orders.yaml', 'update orders.yaml --dry-run'],
    run: async (flags: StreamFlags, file: string) => (await import('./send.ts')).update(file, flags, session),
  },
  {
    name: 'match',
    description: 'ask the service whether events match a pattern; each event is a billed request',
    arguments: [new Argument('<pattern>', 'a pattern, or a document with one'), new Argument('<event...>', EVENT)],
    options: [...onService({ run: [any()] }), extension()],
    examples: ['match pattern.json event.json', 'match pattern.json events/*.json --price 0.0001'],
    run: async (flags: StreamFlags, pattern: string, events: string[]) =>
      (await import('../../stream/match.ts')).match(pattern, events, flags, session),
  },
  {
    name: 'get',
    description: 'show a stream, with its secrets masked',
    arguments: [name()],
    options: onService(),
    examples: ['get orders', 'get orders --format json'],
    run: async (flags: StreamFlags, name: string) => (await import('./get.ts')).get(name, flags, session),
  },
  {
    name: 'list',
    description: 'list streams',
    options: onService({
      run: [
        new Option('--prefix <text>', 'what their names begin with'),
        new Option('--limit <n>', 'how many a page has: 1 to 100'),
        new Option('--next-token <token>', 'the page after the one that showed this token'),
        new Option('--all', 'all pages; each is a billed request'),
      ],
    }),
    examples: ['list', 'list --prefix orders --all'],
    run: async (flags: StreamFlags) => (await import('./list.ts')).list(flags, session),
  },
  {
    name: 'start',
    description: 'start a stream ("Enable" in the console)',
    arguments: [name()],
    options: onService({ run: [dryRun()] }),
    examples: ['start orders', 'start orders --dry-run'],
    run: async (flags: StreamFlags, name: string) => (await import('./lifecycle.ts')).start(name, flags, session),
  },
  {
    name: 'pause',
    description: 'pause a stream',
    arguments: [name()],
    options: onService({ run: [dryRun()] }),
    examples: ['pause orders', 'pause orders --dry-run'],
    run: async (flags: StreamFlags, name: string) => (await import('./lifecycle.ts')).pause(name, flags, session),
  },
  {
    name: 'wait',
    description: 'wait until a stream has a status, or is gone',
    arguments: [name(), new Argument('<status>', 'what to wait for').choices(STATUSES)],
    options: onService({
      run: [new Option('--interval <seconds>', 'between two questions, each of which is billed (default: 5)')],
      // Here `--timeout` limits the whole wait.
      timeout: 'how long to wait in all (default: 300)',
    }),
    examples: ['wait orders RUNNING', 'wait orders DELETED --timeout 60'],
    beforeSettings: (command) => command.setOptionValue('patience', command.opts<StreamFlags>().timeout),
    run: async (flags: StreamFlags, name: string, status: AwaitedStatus) =>
      (await import('./wait.ts')).wait(name, status, flags, session),
  },
  {
    name: 'business-option',
    description: 'set the capacity that is billed',
    arguments: [name()],
    options: onService({
      run: [
        new Option('--mode <mode>', 'what is billed').choices(MODES).makeOptionMandatory(),
        new Option('--min <n>', 'capacity units at least: 1 to 999'),
        new Option('--max <n>', 'capacity units at most: 1 to 999'),
        dryRun(),
      ],
    }),
    examples: ['business-option orders --mode CapacityUnitMode --max 4'],
    run: async (flags: BusinessOptionFlags, name: string) =>
      (await import('./lifecycle.ts')).businessOption(name, flags, session),
  },
  {
    name: 'delete',
    description: 'delete a stream; asks first',
    arguments: [name()],
    options: onService({ run: [yes(), dryRun()] }),
    examples: ['delete orders', 'delete orders --yes'],
    run: async (flags: StreamFlags, name: string) => (await import('./lifecycle.ts')).remove(name, flags, session),
  },
];

export function addStream({ program, session, act }: Registry): void {
  const stream = program
    .command('stream')
    .description('create, change and watch event streams')
    .addHelpText('after', SETTINGS)
    // Before the command runs, so that errors have the format of the answer.
    .hook('preAction', (_, command) => {
      // A flag takes precedence over settings.
      if (command.opts<{ readonly format?: Format }>().format !== undefined) return;
      command.setOptionValue('format', session.io.stdout.isTTY === true ? 'human' : 'json');
    });
  for (const row of commands(session)) {
    const examples = row.examples?.map((line) => `stream ${line}`) ?? [];
    const command = addCommand({ program: stream, act }, { ...row, examples });
    command.hook('preAction', () => row.beforeSettings?.(command));
  }
}

/** The additional options of a command that sends requests. */
interface Own {
  readonly run?: readonly Option[];
  readonly timeout?: string;
}

const SERVICE = 'Service:';
const TIMEOUT = 'limit of a call with its repetitions (default: 120)';

function onService({ run = [], timeout = TIMEOUT }: Own = {}): readonly Option[] {
  return [
    ...inGroup(RUN, ...run),
    ...inGroup(
      SERVICE,
      new Option('--account-id <id>', 'the number of the main account'),
      new Option('--region <id>', 'such as cn-hangzhou'),
      new Option('--endpoint <url>', 'scheme, host and port instead of the own host of the transport'),
      new Option('--insecure-http', 'let credentials go over plain http to a host that is not this machine'),
      new Option('--transport <name>', 'how the service is spoken to (default: rest)').choices(transportNames),
      new Option('--auth <way>', 'which credentials of the environment are used (default: those that are set)').choices(
        Object.keys(authVariables),
      ),
      new Option('--timeout <seconds>', timeout),
      new Option('--retries <n>', 'repetitions after a failure, each of which is billed (default: 5)'),
    ),
    formats(),
    new Option('--price <number>', 'what one request costs: costs are shown').helpGroup(REPORT),
  ];
}

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
