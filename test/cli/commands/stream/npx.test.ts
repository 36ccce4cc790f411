/** The next commands that stream commands suggest. */
import { expect, test } from 'vitest';
import { files, startServices, stream } from './world.ts';

startServices();

test('suggested commands begin with npx when npx started the program', async () => {
  const world = { files, isTTY: true, columns: 1000, env: { npm_lifecycle_event: 'npx', NO_COLOR: '1' } };
  const said = async (command: string): Promise<string> => {
    const { out, err } = await stream(command, world);
    expect(out + err).not.toMatch(/(?<!npx )eb-pattern stream/);
    return out + err;
  };
  expect(await said('plan orders.yaml')).toContain(': npx eb-pattern stream create orders.yaml');
  expect(await said('create orders.yaml')).toContain('npx eb-pattern stream start orders');
  expect(await said('create orders.yaml')).toContain('`npx eb-pattern stream plan orders.yaml`');
  expect(await said('start orders')).toContain('npx eb-pattern stream wait orders RUNNING');
  expect(await said('wait orders RUNNING')).toContain('is RUNNING');
  expect(await said('pause orders')).toContain('npx eb-pattern stream wait orders PAUSED');
  expect(await said('get order')).toContain('`npx eb-pattern stream list`');
});
