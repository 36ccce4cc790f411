/**
 * Seeded sequences of operations against a service with random faults, in memory or over sockets. The journal of the service proves
 * afterwards that no stream was created twice, and that no outcome was reported that did not happen.
 */
import { ok as assert, strictEqual } from 'node:assert';
import { inspect, isDeepStrictEqual } from 'node:util';
import type { Dispatcher } from 'undici';
import { ConflictError, EventBridgeError, type EventStreamingClient } from '../../../src/client/index.ts';
import { spelled } from '../spellings.ts';
import { SwiftClock } from './clocks.ts';
import { errorBody } from './faults.ts';
import { BUDGET, clientOf, ways } from './harness.ts';
import { BEARER, type Fault, faults, KEY, Service, STS, wrongAnswers } from './index.ts';
import { MemoryDispatcher } from './memory.ts';
import { streamDocument } from './stream.ts';

export const STEPS = 6;

/** mulberry32: small, seeded, and random enough for choices. */
export function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Over sockets these are rarer, since the timers of undici tick about every half second. */
const SLOW: readonly Fault[] = [faults.silent, faults.silentAfter, faults.stalled, faults.endless, faults.late];
const EXPIRED: Fault = faults.expired;
const COMMON: readonly Fault[] = Object.values({ ...faults, ...wrongAnswers }).filter(
  (fault: Fault) => fault !== EXPIRED && !SLOW.includes(fault),
);

/** Values of `Retry-After`, and the milliseconds that they mean where that is clear. */
const RETRY_AFTER: readonly (readonly [string, number])[] = [
  ['0', 0],
  ['7', 7000],
  ['1.5', 1500],
  ['2147484', 2_147_484_000],
  ['1000000000', 1e12],
  ['99999999999999999999', Number.POSITIVE_INFINITY],
  ['-5', 0],
  ['NaN', 0],
  ['soon', 0],
  ['Mon, 23 Nov 2026 15:00:09 GMT', 0],
  ['Sun Nov  6 08:49:37 1994', 0],
  ['Sat, 23 Nov 2126 15:00:00 GMT', 3e12],
];

/** A call can hide the secrets that it was given. */
const SECRETS = { bearer: BEARER, accessKey: KEY.secret, sts: STS.secret };

export interface Tally {
  done: number;
  failed: number;
  requests: number;
  readonly faults: Map<string, number>;
}

export function newTally(): Tally {
  return { done: 0, failed: 0, requests: 0, faults: new Map() };
}

export interface World {
  readonly service: Service;
  /** The dispatcher of one sequence; `refuses` decides whether a connection fails. */
  readonly dispatcher: (refuses: () => boolean) => Dispatcher;
  /** The timeout of headers and bodies in ms. */
  readonly patience: number;
  /** The share of slow faults. */
  readonly slow: number;
}

/** A world for one sequence, which never waits. */
export function memoryWorld(): World {
  const service = Service.inMemory();
  return { service, dispatcher: (refuses) => new MemoryDispatcher(service, refuses), patience: 30_000, slow: 0.15 };
}

/** Runs the sequences of these seeds in memory, one after another. @throws AssertionError with the seed of the first that fails */
export async function runInMemory(from: number, count: number, tally: Tally = newTally()): Promise<Tally> {
  for (let seed = from; seed < from + count; seed++) {
    const world = memoryWorld();
    const sequence = new Sequence(seed, world, tally);
    world.service.fault = () => sequence.fault();
    try {
      await sequence.run();
    } catch (thrown) {
      throw new Error(`the sequence of seed ${seed} failed: ${inspect(thrown)}`, { cause: thrown });
    }
  }
  return tally;
}

const kindOf = new Map<Fault, string>(
  Object.entries({ ...faults, ...wrongAnswers }).map(([name, fault]) => [fault, name]),
);

export class Sequence {
  readonly name: string;
  private readonly client: EventStreamingClient;
  private readonly clock = new SwiftClock(BUDGET);
  private readonly random: () => number;
  private readonly dispatcher: Dispatcher;
  private readonly world: World;
  private readonly tally: Tally;
  private readonly secret: string;
  private token = 0;
  /** No request of this call may be sent before this time. */
  private notBefore = Number.NEGATIVE_INFINITY;
  private early: string | undefined;

  constructor(seed: number, world: World, tally: Tally) {
    this.name = `s${seed}`;
    this.random = randomOf(seed);
    this.world = world;
    this.tally = tally;
    const way = this.pick(ways);
    this.secret = SECRETS[way.auth];
    this.dispatcher = world.dispatcher(() => {
      if (this.random() >= 0.06) return false;
      this.count('connection refused');
      return true;
    });
    this.client = clientOf(world.service, {
      ...way,
      auth: () => this.credentials(way.auth),
      dispatcher: this.dispatcher,
      clock: this.clock,
      random: this.random,
      maxResponseSize: 200_000,
      timeout: { call: BUDGET, headers: world.patience, body: world.patience },
    });
  }

  private count(kind: string): void {
    this.tally.faults.set(kind, (this.tally.faults.get(kind) ?? 0) + 1);
  }

  private pick<T>(list: readonly T[]): T {
    return list[Math.floor(this.random() * list.length)] as T;
  }

  /** Sometimes the token of the previous try has expired. */
  private credentials(auth: string): Record<string, string> {
    if (auth === 'bearer') return { bearerToken: BEARER };
    if (auth === 'accessKey') return { accessKeyId: KEY.id, accessKeySecret: KEY.secret };
    const securityToken = `${this.name}-${this.token}`;
    if (this.token % 3 !== 1) this.world.service.tokens.add(securityToken);
    else this.count('expired token');
    this.token++;
    return { accessKeyId: STS.id, accessKeySecret: STS.secret, securityToken };
  }

  /** The fault of the next request, if any; also records a request that is sent before the time set by the service. */
  fault(): Fault | undefined {
    this.tally.requests++;
    if (this.clock.elapsed() < this.notBefore) this.early ??= `${this.notBefore - this.clock.elapsed()} ms too early`;
    // The system clock changes sometimes, back or ahead.
    if (this.random() < 0.05) {
      this.clock.shift = Math.floor((this.random() - 0.5) * 1e9);
      this.count('clock set');
    }
    if (this.random() >= 0.35) return undefined;
    if (this.random() < 0.15) return this.throttled();
    if (this.random() < 0.05) return this.echo();
    const fault = this.pick(this.random() < this.world.slow ? SLOW : COMMON);
    this.count(kindOf.get(fault) as string);
    return fault;
  }

  private throttled(): Fault {
    const [retryAfter, wait] = this.pick(RETRY_AFTER);
    const status = this.pick([429, 503, 500]);
    this.count(`Retry-After: ${retryAfter}`);
    this.notBefore = this.clock.elapsed() + wait - (wait > 1e12 ? 1e12 : 0);
    const headers = { 'content-type': 'application/json', 'retry-after': retryAfter };
    return { kind: 'answer', handled: false, status, headers, body: errorBody('Busy', 'come back later') };
  }

  private echo(): Fault {
    const { text } = spelled(this.secret, this.random);
    this.count('echo of a secret');
    const headers = { 'content-type': 'application/json', 'x-eventbridge-request-id': encodeURIComponent(text) };
    return { kind: 'answer', handled: false, status: 400, headers, body: errorBody(text, `you sent ${text}`) };
  }

  private get there() {
    return this.world.service.streams.streams.get(this.name);
  }

  private journal(): number {
    return this.world.service.streams.journalOf(this.name).length;
  }

  private since(from: number, operation: string): boolean {
    const entries = this.world.service.streams.journalOf(this.name).slice(from);
    return entries.some((entry) => entry.operation === operation && entry.outcome === 'done');
  }

  async run(): Promise<void> {
    for (let step = 0; step < STEPS; step++) {
      // Delayed operations are done before the next call begins, since a call does not see later ones.
      this.world.service.doLate();
      this.notBefore = Number.NEGATIVE_INFINITY;
      const from = this.journal();
      await this.step(step).then(
        () => this.tally.done++,
        (thrown: unknown) => this.judgeError(thrown, from),
      );
      assert(this.early === undefined, `a request came ${this.early}`);
    }
    this.world.service.doLate();
    strictEqual(this.clock.sleeping, 0, 'something still sleeps');
    await this.client.close();
    await this.dispatcher.close();
    this.judge();
  }

  private judgeError(thrown: unknown, from: number): void {
    if (!(thrown instanceof EventBridgeError)) throw thrown;
    this.tally.failed++;
    const told = `${inspect(thrown, { depth: 9, showHidden: true })} ${JSON.stringify(thrown)}`;
    assert(!told.includes(this.secret), `an error tells the secret: ${told}`);
    if (thrown.operation === 'CreateEventStreaming' && this.since(from, 'CreateEventStreaming')) {
      assert(/not known|may have been done/.test(thrown.message), `it was created, and the error says ${told}`);
    }
  }

  /** One operation; its result must agree with the service. */
  private async step(step: number): Promise<void> {
    const { client, name } = this;
    const from = this.journal();
    const Description = `step ${step}`;
    const roll = step === 0 ? 0 : this.random();
    if (roll < 0.25) return this.create(Description, from);
    if (roll < 0.4) {
      // A retry that finds no stream succeeds: the stream must not exist.
      await client.delete(name);
      strictEqual(this.there, undefined, 'a deleted stream is there');
    } else if (roll < 0.55) {
      await client.update(streamDocument(name, { Description }));
      strictEqual(this.there?.document.Description, Description);
    } else if (roll < 0.65) {
      await client.start(name);
      assert(this.since(from, 'StartEventStreaming'), 'a started stream was not started');
    } else if (roll < 0.75) {
      await client.pause(name);
      strictEqual(this.there?.status, 'PAUSED');
    } else if (roll < 0.85) {
      const { stream } = await client.get(name);
      strictEqual(stream.Description, this.there?.document.Description);
    } else if (roll < 0.93) {
      const { streams } = await client.list({ namePrefix: name, limit: 100 });
      const listed = streams.some(({ EventStreamingName }) => EventStreamingName === name);
      strictEqual(listed, this.there !== undefined);
    } else {
      strictEqual((await client.testEventPattern({ name: [name] }, { name })).matches, true);
    }
  }

  private async create(Description: string, from: number): Promise<void> {
    const { client, name } = this;
    const { streams } = this.world.service;
    const document = streamDocument(name, { Description });
    const before = this.there;
    // Sometimes another client has taken the name before.
    if (this.random() < 0.1 && before === undefined) {
      this.count('duplicate name');
      streams.do('CreateEventStreaming', { ...streamDocument(name, { Description: 'of another' }) });
      const thrown: unknown = await client.create(document).catch((error: unknown) => error);
      assert(thrown instanceof EventBridgeError, 'a name that is taken was created');
      strictEqual(this.there?.document.Description, 'of another');
      streams.do('DeleteEventStreaming', { EventStreamingName: name });
      return;
    }
    try {
      await client.create(document);
    } catch (thrown) {
      assert(before !== undefined || !(thrown instanceof ConflictError), 'a name that is free is taken');
      throw thrown;
    }
    strictEqual(before, undefined, 'a name that is taken was created');
    assert(this.since(from, 'CreateEventStreaming'), 'a created stream was not created');
    for (const [member, value] of Object.entries(document)) {
      assert(isDeepStrictEqual(this.there?.document[member], value), `\`${member}\` is another one`);
    }
  }

  /** Between two creations of one name there must be a deletion. */
  private judge(): void {
    let exists = false;
    for (const { operation, outcome } of this.world.service.streams.journalOf(this.name)) {
      if (outcome !== 'done') continue;
      if (operation === 'CreateEventStreaming') {
        assert(!exists, 'a stream was created twice');
        exists = true;
      }
      if (operation === 'DeleteEventStreaming') exists = false;
    }
  }
}
