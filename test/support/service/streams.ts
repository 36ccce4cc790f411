/** The streams of one account, their life cycle, and a journal of all operations. Independent of the transport. */

export type Params = Readonly<Record<string, unknown>>;

export interface Refused {
  readonly code: string;
  readonly message: string;
  readonly status: number;
}

export type Done = { readonly data: Record<string, unknown> | boolean | undefined } | { readonly refused: Refused };

export interface Entry {
  readonly operation: string;
  readonly name: string | undefined;
  /** `done`, or the code of the error. */
  readonly outcome: string;
}

interface StreamState {
  document: Record<string, unknown>;
  status: string;
  /** The number of Get requests before it leaves STARTING. */
  starting: number;
}

const refuse = (status: number, code: string, message: string): Done => ({ refused: { status, code, message } });
const done = (data?: Record<string, unknown> | boolean): Done => ({ data });

export class Streams {
  readonly streams = new Map<string, StreamState>();
  readonly journal: Entry[] = [];
  private readonly byName = new Map<string, readonly Entry[]>();
  /** The state of a stream after it starts. */
  startsAs: 'RUNNING' | 'STARTING_FAILED' = 'RUNNING';
  readonly region: string;
  readonly account: string;

  constructor(region: string, account: string) {
    this.region = region;
    this.account = account;
  }

  do(operation: string, params: Params): Done {
    const name = params.EventStreamingName as string | undefined;
    const outcome = this.perform(operation, params, name);
    const entry = { operation, name, outcome: 'refused' in outcome ? outcome.refused.code : 'done' };
    this.journal.push(entry);
    if (name !== undefined) this.byName.set(name, [...this.journalOf(name), entry]);
    return outcome;
  }

  journalOf(name: string): readonly Entry[] {
    return this.byName.get(name) ?? [];
  }

  private perform(operation: string, params: Params, name: string | undefined): Done {
    if (operation === 'ListEventStreamings') return this.list(params);
    if (operation === 'TestEventPattern') return testPattern(params);
    if (operation === 'ListEventStreamingMetrics') return done({ EventStreamingMetrics: [] });
    if (typeof name !== 'string' || !/^[A-Za-z0-9][\w-]{0,126}$/.test(name)) {
      return refuse(409, 'RequestParameterInvalid', `The name [${name}] of event streaming in request is invalid!`);
    }
    if (operation === 'CreateEventStreaming') return this.create(name, params);
    const stream = this.streams.get(name);
    if (stream === undefined)
      return refuse(404, 'EventStreamingNotExisted', `The event streaming [${name}] not existed!`);
    if (operation === 'GetEventStreaming') return done(this.look(stream));
    if (operation === 'UpdateEventStreaming') return this.update(stream, params);
    if (operation === 'UpdateEventStreamingBusinessOption') return businessOption(stream, params);
    if (operation === 'StartEventStreaming') Object.assign(stream, { status: 'STARTING', starting: 2 });
    else if (operation === 'PauseEventStreaming') stream.status = 'PAUSED';
    else if (operation === 'DeleteEventStreaming') this.streams.delete(name);
    else return refuse(404, 'InvalidAction.NotFound', `there is no operation ${operation}`);
    return done();
  }

  private create(name: string, params: Params): Done {
    if (this.streams.has(name)) {
      // The code of this refusal is in no source; the message is.
      const message = `The name [${name}] of event streaming in request is already exist!`;
      return refuse(409, 'RequestParameterInvalid', message);
    }
    const problem = problemOf(params) ?? (typeof params.FilterPattern === 'string' ? undefined : 'FilterPattern');
    if (problem !== undefined) return refuse(409, 'RequestParameterInvalid', `The parameter [${problem}] is invalid!`);
    const { Tags: _tags, ...document } = params;
    this.streams.set(name, { document: structuredClone(document), status: 'READY', starting: 0 });
    return done({ EventStreamingARN: `acs:eventbridge:${this.region}:${this.account}:eventstreaming/${name}` });
  }

  private update(stream: StreamState, params: Params): Done {
    const problem = problemOf(params);
    if (problem !== undefined) return refuse(409, 'RequestParameterInvalid', `The parameter [${problem}] is invalid!`);
    stream.document = structuredClone(params);
    return done();
  }

  /** A stream has started after two Get requests. */
  private look(stream: StreamState): Record<string, unknown> {
    if (stream.status === 'STARTING' && --stream.starting <= 0) stream.status = this.startsAs;
    return { ...stream.document, Status: stream.status, DetailedStatus: { TPS: 0, DelayTime: 0 } };
  }

  private list({ NamePrefix = '', Limit = 100, NextToken = '0' }: Params): Done {
    const limit = Number(Limit);
    const from = Number(NextToken);
    if (!(limit >= 1 && limit <= 100)) return refuse(409, 'LimitSizeInvalid', `The limit [${limit}] is invalid!`);
    if (!Number.isInteger(from)) return refuse(409, 'NextTokenInvalid', `The token [${NextToken}] is invalid!`);
    const all = [...this.streams].filter(([name]) => name.startsWith(String(NamePrefix)));
    const page = all.slice(from, from + limit).map(([, stream]) => ({ ...stream.document, Status: stream.status }));
    const next = from + limit < all.length ? String(from + limit) : '';
    return done({ EventStreamings: page, NextToken: next, Total: all.length });
  }
}

function problemOf(params: Params): string | undefined {
  return ['Source', 'Sink'].find((member) => {
    const value = params[member];
    return typeof value !== 'object' || value === null || Object.keys(value).length !== 1;
  });
}

function businessOption(stream: StreamState, params: Params): Done {
  const { BusinessMode, MinCapacityUnitCount = 1, MaxCapacityUnitCount = 999 } = params;
  if (!['CapacityUnitMode', 'EventNumMode'].includes(String(BusinessMode))) {
    return refuse(409, 'RequestParameterInvalid', 'The parameter [BusinessMode] is invalid!');
  }
  if (Number(MinCapacityUnitCount) > Number(MaxCapacityUnitCount)) {
    return refuse(409, 'RequestParameterInvalid', 'The parameter [MinCapacityUnitCount] is invalid!');
  }
  stream.document.RunOptions = { BusinessOption: { BusinessMode } };
  return done(true);
}

/** Exact values at the top level only: enough to give both verdicts. */
function testPattern({ Event, EventPattern }: Params): Done {
  const event = JSON.parse(String(Event)) as Record<string, unknown>;
  const pattern = JSON.parse(String(EventPattern)) as Record<string, unknown[]>;
  return done({ Result: Object.entries(pattern).every(([name, values]) => values.includes(event[name])) });
}
