/** Writes what `.ci/spark` judges into a folder: events in `events/`, one pattern before and after a change, and 10,000 patterns. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cloudEvents } from '../../bench/corpus.ts';
import { families } from '../../bench/families.ts';

const [folder = '', files = '12', events = '5000'] = process.argv.slice(2);
if (folder === '') throw new Error('usage: tsx scripts/spark/data.ts FOLDER [FILES] [EVENTS]');

const large = (size: number): string =>
  JSON.stringify({
    source: ['acs.oss'],
    type: [{ prefix: 'oss:ObjectCreated:' }],
    data: { oss: { object: { size: [{ numeric: ['>', size] }] } } },
  });

for (const name of ['events', 'old', 'new', 'many']) mkdirSync(join(folder, name), { recursive: true });
writeFileSync(join(folder, 'old/large.json'), large(8_000_000));
writeFileSync(join(folder, 'new/large.json'), large(9_000_000));
for (const [id, pattern] of families.mixed?.patterns(10_000) ?? []) {
  writeFileSync(join(folder, 'many', `${id}.json`), JSON.stringify(pattern));
}
for (let file = 0; file < Number(files); file++) {
  const lines = cloudEvents(Number(events), 100 + file).map((event) => `${event}\n`);
  writeFileSync(join(folder, 'events', `${String(file).padStart(3, '0')}.ndjson`), lines.join(''));
}
