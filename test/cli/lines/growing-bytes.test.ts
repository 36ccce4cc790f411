import fc from 'fast-check';
import { expect, test } from 'vitest';
import { GrowingBytes } from '../../../src/cli/lines/growing-bytes.ts';
import { runs } from '../../support/runs.ts';

const sizes = fc.oneof({ weight: 3, arbitrary: fc.nat(3000) }, { weight: 1, arbitrary: fc.nat(300_000) });
const steps = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: fc.record({ kind: fc.constant('add' as const), size: sizes }) },
    { weight: 1, arbitrary: fc.constant({ kind: 'few' as const, size: 5 }) },
    { weight: 1, arbitrary: fc.constant({ kind: 'text' as const, size: 0 }) },
    {
      weight: 2,
      arbitrary: fc.record({ kind: fc.constantFrom('take' as const, 'takeOwn' as const), size: fc.nat(9) }),
    },
  ),
  { maxLength: 40 },
);

test('bytes that are taken for good stay as they are, until their buffer is given back', () => {
  fc.assert(
    fc.property(steps, (all) => {
      const bytes = new GrowingBytes();
      let expected: Buffer[] = [];
      let fill = 0;
      const owned: { readonly taken: Uint8Array; readonly copy: Buffer }[] = [];
      for (const { kind, size } of all) {
        const piece = Buffer.alloc(size, ++fill);
        if (kind === 'add') bytes.add(Buffer.concat([Buffer.from('x'), piece]), 1, size + 1);
        else if (kind === 'few') bytes.addFew(piece);
        else if (kind === 'text') bytes.addText('é');
        if (kind === 'add' || kind === 'few') expected.push(piece);
        else if (kind === 'text') expected.push(Buffer.from('é'));
        else {
          const copy = Buffer.concat(expected);
          expected = [];
          const taken = kind === 'take' ? bytes.take() : bytes.takeOwn();
          expect(copy.equals(taken)).toBe(true);
          if (kind === 'takeOwn') owned.push({ taken, copy });
          // Some are written by now.
          for (const { taken } of owned.splice(0, size)) bytes.reuse(taken.buffer as ArrayBuffer);
        }
        for (const { taken, copy } of owned) expect(copy.equals(taken)).toBe(true);
      }
    }),
    { numRuns: runs(300) },
  );
});
