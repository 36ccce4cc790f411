/**
 * A thousand seeded sequences of operations against a service that misbehaves at random. The service keeps a journal:
 * afterwards no stream was created twice, nothing was reported that did not happen, and nothing is left behind.
 */
import { Agent, buildConnector } from 'undici';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ConflictError, EventBridgeError, type EventStreamingClient } from '../../src/client/index.ts';
import { SwiftClock, settled } from '../support/service/clocks.ts';
import { BUDGET, clientOf, PATIENCE, ways } from '../support/service/harness.ts';
import { BEARER, type Fault, faults, KEY, Service, STS } from '../support/service/index.ts';
import { streamDocument } from '../support/service/stream.ts';

const SEQUENCES = 1000;
const TOGETHER = 200;
const STEPS = 6;

/** mulberry32: small, seeded, good enough to choose by. */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Chosen for a request; the slow ones are rarer: undici's timers tick about once in half a second, however short they are. */
const COMMON: readonly Fault[] = [
  faults.resetBefore,
  faults.resetAfter,
  faults.half,
  faults.throttled,
  faults.throttledSeconds,
  { ...faults.throttledSeconds, headers: { 'retry-after': 'Mon, 23 Nov 2026 15:00:09 GMT' } },
  faults.throttledWithin200,
  faults.unavailable,
  faults.failedBefore,
  faults.failedAfter,
  faults.failedWithin200,
  faults.page,
  faults.notJson,
  faults.nothing,
];
const SLOW: readonly Fault[] = [faults.silent, faults.silentAfter, faults.stalled, faults.endless, faults.late];

/** Taken inside a hook: the runner has a timer for each hook and test. */
let baseline: string[];
function resources(): string[] {
  return process
    .getActiveResourcesInfo()
    .filter((kind) => /Timeout|TCP|Immediate/.test(kind))
    .sort();
}

let service: Service;
/** By stream name, since the sequences run side by side. */
const plans = new Map<string, () => Fault | undefined>();
beforeAll(async () => {
  baseline = resources();
  service = await Service.start();
  service.fault = ({ params }) => {
    const name = params.EventStreamingName ?? params.NamePrefix ?? JSON.parse(String(params.Event ?? '{}')).name;
    return plans.get(String(name))?.();
  };
});
afterAll(() => service.close());

interface Tally {
  done: number;
  failed: number;
  faults: Map<string, number>;
}
const tally: Tally = { done: 0, failed: 0, faults: new Map() };
const count = (kind: string): void => void tally.faults.set(kind, (tally.faults.get(kind) ?? 0) + 1);

const kindOf = new Map<Fault, string>(Object.entries(faults).map(([name, fault]) => [fault, name]));

class Sequence {
  readonly name: string;
  readonly client: EventStreamingClient;
  readonly clock = new SwiftClock(PATIENCE);
  private readonly random: () => number;
  private readonly agent: Agent;
  private token = 0;

  constructor(seed: number) {
    this.name = `s${seed}`;
    this.random = randomOf(seed);
    const way = this.pick(ways);
    const connect = buildConnector({});
    this.agent = new Agent({
      // Each request connects anew, so that each may find nobody.
      pipelining: 0,
      connect: (options, callback) => {
        if (this.random() >= 0.06) return connect(options, callback);
        count('connection refused');
        // Port 1 of the loopback: nobody listens.
        return connect({ ...options, port: '1' }, callback);
      },
    });
    this.client = clientOf(service, {
      ...way,
      auth: () => this.credentials(way.auth),
      dispatcher: this.agent,
      clock: this.clock,
      random: this.random,
      rateLimit: false,
      maxResponseSize: 200_000,
      // Only the slow faults may reach it: a busy machine must not.
      timeout: { call: BUDGET, headers: 400, body: 400 },
    });
    plans.set(this.name, () => this.fault());
  }

  private pick<T>(list: readonly T[]): T {
    return list[Math.floor(this.random() * list.length)]!;
  }

  /** Every so often the token of the try before no longer holds. */
  private credentials(auth: string): Record<string, string> {
    if (auth === 'bearer') return { bearerToken: BEARER };
    if (auth === 'accessKey') return { accessKeyId: KEY.id, accessKeySecret: KEY.secret };
    const securityToken = `${this.name}-${this.token}`;
    if (this.token % 3 !== 1) service.tokens.add(securityToken);
    else count('expired token');
    this.token++;
    return { accessKeyId: STS.id, accessKeySecret: STS.secret, securityToken };
  }

  private fault(): Fault | undefined {
    if (this.random() >= 0.35) return undefined;
    const fault = this.pick(this.random() < 0.06 ? SLOW : COMMON);
    count(kindOf.get(fault) ?? 'throttled until a date');
    return fault;
  }

  private get there() {
    return service.streams.streams.get(this.name);
  }

  private journal(): number {
    return service.streams.journalOf(this.name).length;
  }

  private since(from: number, operation: string): boolean {
    const entries = service.streams.journalOf(this.name).slice(from);
    return entries.some((entry) => entry.operation === operation && entry.outcome === 'done');
  }

  async run(): Promise<void> {
    for (let step = 0; step < STEPS; step++) {
      // What was late is done by now, before the next call begins: a call cannot know what comes after it.
      service.doLate();
      await this.step(step).then(
        () => tally.done++,
        (thrown: unknown) => {
          if (!(thrown instanceof EventBridgeError)) throw thrown;
          tally.failed++;
        },
      );
    }
    service.doLate();
    plans.delete(this.name);
    expect(this.clock.sleeping).toBe(0);
    await this.client.close();
    await this.agent.close();
    this.judge();
  }

  /** One operation; when it resolves, what it says must be so. */
  private async step(step: number): Promise<void> {
    const { client, name } = this;
    const from = this.journal();
    const Description = `step ${step}`;
    const roll = step === 0 ? 0 : this.random();
    if (roll < 0.25) {
      // Now and then another one has taken the name before.
      if (this.random() < 0.1 && this.there === undefined) {
        count('duplicate name');
        service.streams.do('CreateEventStreaming', { ...streamDocument(name, { Description: 'of another' }) });
        await expect(client.create(streamDocument(name, { Description }))).rejects.toBeInstanceOf(EventBridgeError);
        const kept: unknown = service.streams.streams.get(name)?.document.Description;
        expect(kept).toBe('of another');
        service.streams.do('DeleteEventStreaming', { EventStreamingName: name });
        return;
      }
      const before = this.there;
      try {
        await client.create(streamDocument(name, { Description }));
      } catch (thrown) {
        if (before === undefined) expect(thrown).not.toBeInstanceOf(ConflictError);
        throw thrown;
      }
      expect(before).toBeUndefined();
      expect(this.since(from, 'CreateEventStreaming')).toBe(true);
      expect(this.there?.document).toMatchObject(streamDocument(name, { Description }));
    } else if (roll < 0.4) {
      // A repetition that finds nothing is a success: what counts is that nothing is there.
      await client.delete(name);
      expect(this.there).toBeUndefined();
    } else if (roll < 0.55) {
      await client.update(streamDocument(name, { Description }));
      expect(this.there?.document).toMatchObject({ Description });
    } else if (roll < 0.65) {
      await client.start(name);
      expect(this.since(from, 'StartEventStreaming')).toBe(true);
    } else if (roll < 0.75) {
      await client.pause(name);
      expect(this.there?.status).toBe('PAUSED');
    } else if (roll < 0.85) {
      const { stream } = await client.get(name);
      expect(stream.Description).toBe(this.there?.document.Description);
    } else if (roll < 0.93) {
      const { streams } = await client.list({ namePrefix: name, limit: 100 });
      expect(streams.some(({ EventStreamingName }) => EventStreamingName === name)).toBe(this.there !== undefined);
    } else {
      expect((await client.testEventPattern({ name: [name] }, { name })).matches).toBe(true);
    }
  }

  /** Between two creations of one name there was a deletion. */
  private judge(): void {
    let exists = false;
    for (const { operation, outcome } of service.streams.journalOf(this.name)) {
      if (outcome !== 'done') continue;
      if (operation === 'CreateEventStreaming') {
        expect(exists).toBe(false);
        exists = true;
      }
      if (operation === 'DeleteEventStreaming') exists = false;
    }
  }
}

describe('a service that misbehaves at random', () => {
  it(`is told the truth about through ${SEQUENCES} sequences`, { timeout: 300_000 }, async () => {
    // One iterator for all: whoever is done takes the next seed.
    const seeds = Array.from({ length: SEQUENCES }, (_, i) => i + 1).values();
    const worker = async (): Promise<void> => {
      for (const seed of seeds) await new Sequence(seed).run();
    };
    await Promise.all(Array.from({ length: TOGETHER }, worker));
    expect(tally.done + tally.failed).toBe(SEQUENCES * STEPS);
    // Enough calls came through for the judgement to mean something, and each fault had its part.
    expect(tally.done).toBeGreaterThan(SEQUENCES * 2);
    const kinds = [...kindOf.values()].filter((kind) => kind !== 'expired');
    for (const kind of [...kinds, 'throttled until a date', 'connection refused', 'expired token', 'duplicate name']) {
      expect(tally.faults.get(kind) ?? 0, kind).toBeGreaterThan(5);
    }
  });

  it('leaves no connection, no socket and no timer', async () => {
    for (let i = 0; i < 100 && (await service.connections()) > 0; i++) await settled();
    expect(await service.connections()).toBe(0);
    await service.close();
    for (let i = 0; i < 100 && resources().length > baseline.length; i++) await settled();
    expect(resources()).toEqual(baseline);
  });
});
