/**
 * Runs EbJob on a Flink cluster of its own (one job manager, two task managers, on loopback) and counts what arrives: no event may be lost
 * and none may come twice, while a task manager is killed with SIGKILL, and patterns are removed and added without a restart.
 *
 *   node prove.mjs             the proof
 *   node prove.mjs FILE…       how much processor time the task manager (one slot) and eb-pattern take for these files of events,
 *                              three times: the first compiles the code of Java
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const files = process.argv.slice(2);
const here = fileURLToPath(new URL('.', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'eb-flink-'));
const path = (...names) => join(folder, ...names);
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const CLASSES = `${here}target/classes:${here}target/dependency/*`;
const CLUSTER = 'org.apache.flink.runtime.';
const running = new Set();
let failed;

for (const name of ['events', 'changes', 'conf']) mkdirSync(path(name));
const [rpc, rest] = [await freePort(), await freePort()];
writeFileSync(
  path('conf', 'config.yaml'),
  Object.entries({
    'jobmanager.rpc.address': '127.0.0.1',
    'jobmanager.rpc.port': rpc,
    'rest.address': '127.0.0.1',
    'rest.port': rest,
    'taskmanager.host': '127.0.0.1',
    'taskmanager.numberOfTaskSlots': 1,
    'taskmanager.cpu.cores': 1,
    // The scripts of a distribution work these out; here the daemons are started without them.
    'taskmanager.memory.framework.heap.size': '128m',
    'taskmanager.memory.framework.off-heap.size': '128m',
    'taskmanager.memory.jvm-metaspace.size': '128m',
    'taskmanager.memory.jvm-overhead.min': '64m',
    'taskmanager.memory.jvm-overhead.max': '64m',
    'taskmanager.memory.task.heap.size': '384m',
    'taskmanager.memory.task.off-heap.size': '0m',
    'taskmanager.memory.managed.size': '0m',
    'taskmanager.memory.network.min': '64m',
    'taskmanager.memory.network.max': '64m',
    'restart-strategy.type': 'fixed-delay',
    'restart-strategy.fixed-delay.attempts': 100,
    'restart-strategy.fixed-delay.delay': '500ms',
    'heartbeat.interval': 1000,
    'heartbeat.timeout': 10000,
    'io.tmp.dirs': folder,
  })
    .map(([key, value]) => `${key}: ${value}\n`)
    .join(''),
);

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, () => {
    for (const child of running) child.kill('SIGKILL');
    process.exit(130);
  });
}
try {
  java(
    'jobmanager',
    '-Xmx384m',
    `${CLUSTER}entrypoint.StandaloneSessionClusterEntrypoint`,
    '--configDir',
    path('conf'),
  );
  await until('the job manager', async () => (await overview()) !== undefined);
  await (files.length > 0 ? measure() : prove());
} finally {
  for (const child of running) child.kill('SIGKILL');
  await Promise.all([...running].map((child) => once(child, 'exit')));
  if (process.env.EB_KEEP === undefined) rmSync(folder, { recursive: true });
}

async function prove() {
  // What must arrive follows from how the events are made, not from a matcher.
  const expected = new Set();
  let next = 0;
  const write = (count, patterns) => {
    let text = '';
    for (let i = 0; i < count; i++, next++) {
      const type = ['order.placed', 'order.paid', 'order.stopped'][next % 3];
      text += `${JSON.stringify({ id: String(next), source: 'shop.orders', type, data: { total: next % 1000 } })}\n`;
      const ids = [];
      if (next % 1000 >= 900) ids.push('large');
      if (type === 'order.paid' && patterns.includes('paid')) ids.push('paid');
      if (type === 'order.stopped' && patterns.includes('stopped')) ids.push('stopped');
      if (ids.length > 0) expected.add(`${next} ${ids.join()}`);
    }
    put('events', text);
  };
  const [first] = [taskManager(), taskManager()];
  await until('two task managers', async () => (await overview()).taskmanagers === 2);
  const client = job(2);

  write(2_000, ['paid']);
  write(2_000, ['paid']);
  await pause(3_000);
  check('events before the first patterns that are complete', arrived('matched').length, 0);
  change('add\tpaid\t{"type":["order.paid"]}', 'add\tlarge\t{"data":{"total":[{"numeric":[">=",900]}]}}', 'start');
  await until('the first events', () => arrived('matched').length > 0);

  for (let file = 0; file < 10; file++) {
    write(4_000, ['paid']);
    if (file === 4) {
      first.kill('SIGKILL');
      console.log(`killed a task manager when ${arrived('matched').length} lines had arrived`);
      taskManager();
    }
    await pause(300);
  }
  await until(`${expected.size} lines`, () => arrived('matched').length >= expected.size);
  const before = (await overview()).jobs;

  // Each of two subtasks says that it has made a change.
  change('del\tpaid', 'add\tstopped\t{"type":["order.stopped"]}', 'add\twrong\t{"type":[]}');
  await until('the changes', () => arrived('changes').filter((line) => line.includes('wrong')).length === 2);
  write(4_000, ['stopped']);
  put('events', 'not an event\n');
  await until(
    `${expected.size} lines`,
    () => arrived('matched').length >= expected.size && arrived('refused').length > 0,
  );
  // What comes too often comes with the next checkpoints.
  await pause(2_000);

  const got = arrived('matched').map((line) => {
    const { ids, event } = JSON.parse(line);
    return `${event.id} ${ids.sort().join()}`;
  });
  check('lines', got.length, expected.size);
  check('different lines', new Set(got).size, expected.size);
  check('lines that are wrong', got.filter((line) => !expected.has(line)).length, 0);
  check('refused lines', arrived('refused').join(), 'not an event');
  check('refused changes', arrived('changes').filter((line) => line.startsWith('refused')).length, 2);
  const restored = await restores();
  if (restored === 0) throw new Error('the job was not restored: the kill did not hit it');
  check('restores because of the changes', (await overview()).jobs, before);
  console.log(`${next} events and one line that is none; the job was restored ${restored} times`);
  client.kill();
}

async function measure() {
  for (const file of files) symlinkSync(file, path('events', basename(file)));
  const patterns = [['stopped', '{"source":["acs.ecs"],"data":{"state":["Stopped"]}}']];
  for (let i = 0; i < 99; i++) patterns.push([`account-${i}`, `{"aliyunaccountid":["${1_000_000 + i}"]}`]);
  change(...patterns.map((one) => `add\t${one.join('\t')}`), 'start');
  const manager = taskManager();
  await until('a task manager', async () => (await overview()).taskmanagers === 1);
  const size = files.reduce((sum, file) => sum + statSync(file).size, 0);
  for (let round = 1; round <= 3; round++) {
    const begun = cpuOf(manager.pid);
    const [code] = await once(job(1, 'once'), 'exit');
    if (code !== 0) throw new Error(`the job ended with ${code}`);
    // The process of eb-pattern has ended, and its time counts as that of its parent.
    await until('the end of eb-pattern', () => childrenOf(manager.pid).length === 0);
    const used = cpuOf(manager.pid) - begun;
    const lines = arrived('matched').length;
    console.log(
      `${lines} lines arrived; ${used.toFixed(1)} s of CPU, ${Math.round(size / 1e6 / used)} MB/s for a core`,
    );
    rmSync(path('out'), { recursive: true });
  }
}

/** Of a process and its children that have ended, in seconds: only on Linux. */
function cpuOf(pid) {
  return (
    statOf(pid)
      .slice(11, 15)
      .reduce((sum, ticks) => sum + Number(ticks), 0) / 100
  );
}

function childrenOf(pid) {
  return readdirSync('/proc').filter((name) => {
    try {
      return /^\d+$/.test(name) && statOf(name)[1] === String(pid);
    } catch {
      return false;
    }
  });
}

function statOf(pid) {
  return readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /, '')
    .split(' ');
}

/** `more`: the number of subtasks, and `once`. */
function job(...more) {
  return java(
    'client',
    '-Xmx256m',
    'EbJob',
    `127.0.0.1:${rest}`,
    path('events'),
    path('changes'),
    path('out'),
    process.execPath,
    `${here}worker.mjs`,
    ...more,
  );
}

function taskManager() {
  return java(
    'taskmanager',
    '-Xmx640m',
    `${CLUSTER}taskexecutor.TaskManagerRunner`,
    '--configDir',
    path('conf'),
    '-D',
    `taskmanager.rpc.port=0`,
  );
}

function java(name, heap, main, ...args) {
  const log = openSync(path(`${name}-${running.size}.log`), 'a');
  const child = spawn('java', [heap, '-cp', CLASSES, main, ...args.map(String)], { stdio: ['ignore', log, log] });
  running.add(child);
  child.on('exit', (code) => {
    running.delete(child);
    if (code !== null && code !== 0) failed ??= `${main} ended with ${code}`;
  });
  return child;
}

async function restOf(resource) {
  const answer = await fetch(`http://127.0.0.1:${rest}/${resource}`).catch(() => undefined);
  return answer?.ok ? await answer.json() : undefined;
}

async function overview() {
  const answer = await restOf('overview');
  return answer && { taskmanagers: answer.taskmanagers, jobs: answer['jobs-running'] };
}

async function restores() {
  const { jobs } = await restOf('jobs');
  const { counts } = await restOf(`jobs/${jobs[0].id}/checkpoints`);
  return counts.restored;
}

/** Lines of the files that the sink has committed. */
function arrived(kind) {
  const lines = [];
  let names;
  try {
    names = readdirSync(path('out', kind), { recursive: true, withFileTypes: true });
  } catch {
    return lines;
  }
  for (const entry of names) {
    if (!entry.isFile() || entry.name.startsWith('.') || entry.name.includes('inprogress')) continue;
    for (const line of readFileSync(join(entry.parentPath, entry.name), 'utf8').split('\n'))
      if (line !== '') lines.push(line);
  }
  return lines;
}

/** A file that appears as a whole. */
function put(kind, text) {
  const name = `${kind}-${Date.now()}-${Math.random()}.txt`;
  writeFileSync(path(name), text);
  renameSync(path(name), path(kind, name));
}

/** The changes of one file, in their order. */
function change(...lines) {
  put('changes', lines.map((line) => `${line}\n`).join(''));
}

async function until(what, isSo) {
  for (let waited = 0; !(await isSo()); waited += 200) {
    if (failed !== undefined || waited > 240_000) {
      for (const name of readdirSync(folder).filter((one) => one.endsWith('.log'))) {
        console.error(`${name}: ${readFileSync(path(name), 'utf8').slice(-1500)}`);
      }
      throw new Error(failed ?? `${what} did not come within 4 minutes`);
    }
    await pause(200);
  }
}

function check(what, got, wanted) {
  console.log(`${what}: ${wanted} expected, ${got} found`);
  if (got !== wanted) process.exitCode = 1;
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  return port;
}
