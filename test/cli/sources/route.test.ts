/** `route` and `filter` on documents: each pattern in them has an id. */
import { expect, test } from 'vitest';
import { run } from '../run-main.ts';

const rule = (name: string, values: unknown): unknown => ({
  address: `alicloud_event_bridge_rule.${name}`,
  type: 'alicloud_event_bridge_rule',
  values,
});
const plan = JSON.stringify({
  format_version: '1.2',
  planned_values: {
    root_module: {
      resources: [rule('a', { filter_pattern: '{"source":["a"]}' }), rule('b', { filter_pattern: '{"source":["b"]}' })],
    },
  },
});
const unknown = JSON.stringify({
  format_version: '1.2',
  planned_values: { root_module: { resources: [rule('c', {})] } },
  resource_changes: [
    { address: 'alicloud_event_bridge_rule.c', change: { after: {}, after_unknown: { filter_pattern: true } } },
  ],
});
const files = {
  'iac/plan.json': plan,
  'iac/all.json': '{}',
  'later/all.json': '{}',
  'later/unknown.json': unknown,
  'bad/stream.json': '{"FilterPattern":"{\\"source\\":[{\\"prefx\\":1}]}"}',
  'e.json': '{"source":"a"}',
  'e.ndjson': '{"source":"a"}\n{"source":"b"}\n{"source":"c"}\n',
};

test('route prints the address after the id of the document', async () => {
  const { code, out } = await run(['route', 'iac', 'e.json'], { files });
  expect({ code, out }).toEqual({ code: 0, out: '✓ e.json: all, plan#alicloud_event_bridge_rule.a\n' });
});

test('route accepts a document in the place of a folder', async () => {
  const { out } = await run(['route', 'iac/plan.json', 'e.json'], { files });
  expect(out).toBe('✓ e.json: iac/plan#alicloud_event_bridge_rule.a\n');
});

test('filter accepts one pattern of a document, or all', async () => {
  const one = await run(['filter', 'iac/plan.json#alicloud_event_bridge_rule.b', 'e.ndjson', '--count'], { files });
  const all = await run(['filter', 'iac/plan.json', 'e.ndjson', '--count'], { files });
  expect([one.out, all.out]).toEqual(['1\n', '2\n']);
});

test('route leaves out a pattern that is computed later, with a note, and filter fails', async () => {
  const message = '`alicloud_event_bridge_rule.c` is left out: `filter_pattern` is known only after apply';
  const route = await run(['route', 'later', 'e.json'], { files });
  expect(route).toMatchObject({ code: 0, out: '✓ e.json: all\n', err: expect.stringContaining(message) });
  const filter = await run(['filter', 'later', 'e.ndjson'], { files });
  expect(filter).toMatchObject({ code: 2, out: '', err: expect.stringContaining(message) });
});

test('a finding has its place in the document', async () => {
  const { code, err } = await run(['route', 'bad', 'e.json'], { files });
  expect(code).toBe(2);
  expect(err).toContain('bad/stream.json:1:33');
  expect(err).toContain('   = address: /FilterPattern');
});
