/** The entry point of the thread for large documents. */
import { parentPort, workerData } from 'node:worker_threads';
import { openSession } from '../session/session.ts';
import type { Setting } from '../settings/member.ts';
import { scopeOf } from '../sources/scope.ts';
import { LocalFeatures } from './features.ts';
import type { Call, ThreadData, ThreadReply } from './thread-features.ts';
import { Workspace } from './workspace.ts';

const { root, env } = workerData as ThreadData;
const nothing = { write: () => true };

async function* noInput(): AsyncGenerator<never> {
  // Standard input belongs to the server.
}

let settings: ReadonlyMap<string, Setting> = new Map();
const session = openSession({ stdin: noInput(), stdout: nothing, stderr: nothing, env, cwd: root });
const features = new LocalFeatures(
  new Workspace(root, session, async (fresh) => {
    fresh.patterns.scope = scopeOf(settings, root);
    return { file: undefined, settings };
  }),
);

parentPort?.on('message', (call: Call) => {
  if (call.method === 'settings') {
    settings = call.settings;
    features.forget();
    return;
  }
  const run = features[call.method] as (...args: readonly unknown[]) => unknown;
  if (call.id === undefined) run.call(features, ...call.args);
  else void answer(call.id, () => run.call(features, ...call.args));
});

async function answer(id: number, run: () => unknown): Promise<void> {
  let result: ThreadReply;
  try {
    result = { id, value: await run() };
  } catch (thrown) {
    result = { id, error: String(thrown) };
  }
  parentPort?.postMessage(result);
}
