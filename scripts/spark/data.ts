/** Writes what `.ci/spark` judges into a folder: events in `events/`, and 10,000 patterns before and after a change of one, `large`. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cloudEvents } from '../../bench/corpus.ts';
import { families } from '../../bench/families.ts';

const [folder = '', files = '12', events = '2000'] = process.argv.slice(2);
if (folder === '') throw new Error('usage: tsx scripts/spark/data.ts FOLDER [FILES] [EVENTS]');

const large = (size: number): string =>
  JSON.stringify({
    source: ['acs.oss'],
    type: [{ prefix: 'oss:ObjectCreated:' }],
    data: { oss: { object: { size: [{ numeric: ['>', size] }] } } },
  });

mkdirSync(join(folder, 'events'), { recursive: true });
for (const [side, size] of [
  ['old', 8_000_000],
  ['new', 9_000_000],
] as const) {
  mkdirSync(join(folder, side), { recursive: true });
  writeFileSync(join(folder, side, 'large.json'), large(size));
  for (const [id, pattern] of families.mixed?.patterns(9_999) ?? []) {
    writeFileSync(join(folder, side, `${id}.json`), JSON.stringify(pattern));
  }
}
for (let file = 0; file < Number(files); file++) {
  const lines = cloudEvents(Number(events), 100 + file).map((event) => `${event}\n`);
  writeFileSync(join(folder, 'events', `${String(file).padStart(3, '0')}.ndjson`), lines.join(''));
}
