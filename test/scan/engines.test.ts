/** Both engines: the same outcome for any bytes, and a memory that is shared by many matchers and sets. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { drive } from '../../fuzz/drive.ts';
import { type Case, scans } from '../../fuzz/targets/scans.ts';
import { compilePattern, PatternSet } from '../../src/index.ts';
import type { Engine } from '../../src/pattern/scan/engine.ts';
import { loadWebAssembly } from '../../src/pattern/scan/scan.ts';
import { loadWasm } from '../../src/pattern/scan/wasm/load.ts';
import { engines, withEngine, withWindow } from '../support/strategies.ts';

const SEED = 15;
const encoder = new TextEncoder();
const memorySize = (): number => loadWasm()?.memory.buffer.byteLength ?? 0;

describe.runIf(engines.includes('WebAssembly'))('the engine in WebAssembly', () => {
  it('accepts what JSON.parse accepts, and finds the places that JavaScript finds', async () => {
    const { failure, tally } = await drive(scans(), { seed: SEED, count: 50_000 });
    expect(failure).toBeUndefined();
    expect(tally.others['left to JavaScript'] ?? 0).toBeLessThan(tally.positive / 10);
  });

  it('is found out when it records a wrong place', async () => {
    const wasm = loadWebAssembly() as Engine;
    const wrong: Engine = {
      scan: (text, paths, mode) => {
        const outcome = wasm.scan(text, paths, mode);
        const slot = paths.slots[0] ?? 0;
        if (paths.count > 0) paths.ends.fill(paths.starts[slot] ?? 0, slot, slot + 1);
        return outcome;
      },
      resume: () => wasm.resume(),
      release: () => wasm.release(),
    };
    const { failure } = await drive(
      scans(() => wrong),
      { seed: SEED, count: 5000 },
    );
    expect(failure?.difference.of).toMatch(/^WebAssembly/);
    expect((failure!.smallest as Case).inputs).toHaveLength(1);
  });

  it('reads texts that outgrow the memory while they are read', () => {
    const matcher = compilePattern('{"source":["a"],"data":{"last":[1]}}');
    for (const size of [100_000, 3_000_000, 5_000_000, 100, 1_000_000]) {
      for (const last of [1, 2]) {
        const text = JSON.stringify({ source: 'a', x: 'é'.repeat(size / 2), y: [[1], { z: 'z' }], data: { last } });
        for (const event of [text, encoder.encode(text)]) {
          withEngine('WebAssembly', () => {
            expect(matcher.matchesJson(event)).toBe(last === 1);
            for (const window of [512, 65_536])
              withWindow(window, () => expect(matcher.matchesJson(event, { wellFormed: true })).toBe(last === 1));
          });
        }
      }
    }
  });

  it('follows a set that changes after its paths were moved', () => {
    const set = new PatternSet<number>();
    const model = new Map<number, ReturnType<typeof compilePattern>>();
    const event = (i: number): Uint8Array =>
      encoder.encode(JSON.stringify({ source: 'a', data: { [`n${i % 7}`]: i % 3, [`other${i}`]: { x: 1 } } }));
    for (let i = 0; i < 300; i++) {
      const id = (i * 5) % 31;
      if (set.delete(id)) model.delete(id);
      else {
        const pattern = {
          source: ['a'],
          data: { [`n${i % 11}`]: [i % 3, { exists: i % 5 === 0 }], ...(i % 4 === 0 && { [`other${i}`]: { x: [1] } }) },
        };
        set.add(id, pattern);
        model.set(id, compilePattern(pattern));
      }
      for (const options of [undefined, { wellFormed: true }]) {
        const expected = withEngine('JavaScript', () =>
          [...model].filter(([, matcher]) => matcher.matchesJson(event(i), options)).map(([one]) => one),
        );
        expect(withEngine('WebAssembly', () => set.matchesJson(event(i), options))).toEqual(expected);
      }
    }
  });

  it('gives back the memory of matchers that no longer exist', async () => {
    setFlagsFromString('--expose_gc');
    const collect = runInNewContext('gc') as () => void;
    const fields = Object.fromEntries(Array.from({ length: 200 }, (_, i) => [`name-${i}`, ['x']]));
    const make = (): void => {
      for (let i = 0; i < 40; i++) {
        const matcher = compilePattern({ data: fields });
        expect(withEngine('WebAssembly', () => matcher.matchesJson('{"data":{}}'))).toBe(false);
      }
    };
    make();
    const before = memorySize();
    for (let round = 0; round < 2; round++) {
      for (let tries = 0; tries < 2; tries++) {
        collect();
        await new Promise((resolve) => setTimeout(resolve, 1));
      }
      make();
    }
    expect(memorySize()).toBe(before);
    expect(before).toBeGreaterThan(40 * 200 * 24);
  });
});
