/** Seeded sequences of operations against a service with random faults: most in memory, some over sockets. */
import { Agent, buildConnector } from 'undici';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runs } from '../support/runs.ts';
import { settled } from '../support/service/clocks.ts';
import { faults, Service, wrongAnswers } from '../support/service/index.ts';
import { newTally, runInMemory, Sequence, STEPS, type Tally } from '../support/service/sequences.ts';

const IN_MEMORY = runs(500);
const OVER_SOCKETS = runs(60);
const TOGETHER = 10;

/** Enough calls succeeded for the test to be meaningful, and each fault occurred. */
function expectVariety(tally: Tally, sequences: number, least: number): void {
  expect(tally.done + tally.failed).toBeGreaterThan(sequences * (STEPS - 1));
  expect(tally.done).toBeGreaterThan(sequences * 2);
  const { expired: _expired, ...each } = { ...faults, ...wrongAnswers };
  const others = ['connection refused', 'expired token', 'duplicate name', 'clock set', 'echo of a secret'];
  for (const kind of [...Object.keys(each), ...others]) {
    expect(tally.faults.get(kind) ?? 0, kind).toBeGreaterThan(least);
  }
}

describe('a service with random faults', () => {
  it(`leads to a true result in ${IN_MEMORY} sequences in memory`, { timeout: 120_000 }, async () => {
    expectVariety(await runInMemory(1, IN_MEMORY), IN_MEMORY, IN_MEMORY / 100);
  });
});

describe('a service with random faults, over sockets', () => {
  /** Taken inside a hook, since the runner has a timer for each hook and test. */
  let baseline: string[];
  function resources(): string[] {
    return process
      .getActiveResourcesInfo()
      .filter((kind) => /Timeout|TCP|Immediate/.test(kind))
      .sort();
  }

  let service: Service;
  /** By stream name, since the sequences run side by side. */
  const sequences = new Map<string, Sequence>();
  beforeAll(async () => {
    baseline = resources();
    service = await Service.start();
    service.fault = ({ params }) => {
      const name = params.EventStreamingName ?? params.NamePrefix ?? JSON.parse(String(params.Event ?? '{}')).name;
      return sequences.get(String(name))?.fault();
    };
  });
  afterAll(() => service.close());

  const dispatcher = (refuses: () => boolean): Agent => {
    const connect = buildConnector({});
    return new Agent({
      // Each request opens a connection, so that each may be refused.
      pipelining: 0,
      connect: (options, callback) => connect(refuses() ? { ...options, port: '1' } : options, callback),
    });
  };

  it(`leads to a true result in ${OVER_SOCKETS} sequences`, { timeout: 120_000 }, async () => {
    const tally = newTally();
    // One iterator for all: each worker takes the next seed.
    const seeds = Array.from({ length: OVER_SOCKETS }, (_, i) => i + 1).values();
    const worker = async (): Promise<void> => {
      for (const seed of seeds) {
        // Only slow faults may reach the timeout, even on a busy machine.
        const sequence = new Sequence(seed, { service, dispatcher, patience: 5000, slow: 0.02 }, tally);
        sequences.set(sequence.name, sequence);
        await sequence.run();
        sequences.delete(sequence.name);
      }
    };
    await Promise.all(Array.from({ length: TOGETHER }, worker));
    expect(tally.done).toBeGreaterThan(OVER_SOCKETS * 2);
    expect(tally.faults.size).toBeGreaterThan(30);
  });

  it('leaves no connection, no socket and no timer', async () => {
    for (let i = 0; i < 100 && (await service.connections()) > 0; i++) await settled();
    expect(await service.connections()).toBe(0);
    await service.close();
    for (let i = 0; i < 100 && resources().length > baseline.length; i++) await settled();
    expect(resources()).toEqual(baseline);
  });
});
