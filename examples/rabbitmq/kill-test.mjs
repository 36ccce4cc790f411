/**
 * Kills the router with SIGKILL in mid-stream, three times, and counts what arrives: no event may be lost; some may come twice. Needs a
 * RabbitMQ server of its own (AMQP_URL), since it fills and empties the queues of `route.mjs`.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import amqp from 'amqplib';

const EVENTS = 30_000;
const KILLS = 3;
const QUEUES = ['to.paid-orders', 'to.large-orders', 'refused'];

const connection = await amqp.connect(process.env.AMQP_URL ?? 'amqp://localhost');
const channel = await connection.createConfirmChannel();
for (const queue of ['events', ...QUEUES]) {
  const { messageCount } = await channel.assertQueue(queue);
  if (messageCount > 0) throw new Error(`the queue ${queue} is not empty: this test needs a server of its own`);
}

// What must arrive follows from how the events are made, not from a matcher.
const expected = new Map(QUEUES.map((queue) => [queue, new Set()]));
for (let n = 0; n < EVENTS; n++) {
  const isOrder = n % 3 !== 0;
  const isPaid = n % 4 === 0;
  const total = n % 1000;
  const isBroken = n % 1009 === 0;
  const event = {
    specversion: '1.0',
    id: String(n),
    source: isOrder ? 'shop.orders' : 'shop.stock',
    type: isPaid ? 'order.paid' : 'order.placed',
    data: { total },
  };
  const id = String(n);
  if (isBroken) expected.get('refused').add(id);
  else {
    if (isOrder && isPaid) expected.get('to.paid-orders').add(id);
    if (isOrder && total >= 900) expected.get('to.large-orders').add(id);
  }
  const text = JSON.stringify(event);
  channel.sendToQueue('events', Buffer.from(isBroken ? `${text},` : text), { persistent: true });
  if (n % 5000 === 4999) await channel.waitForConfirms();
}
await channel.waitForConfirms();

const waiting = async (queue) => (await channel.checkQueue(queue)).messageCount;
const arrived = async () => (await Promise.all(QUEUES.map(waiting))).reduce((sum, count) => sum + count, 0);
const pause = () => new Promise((resolve) => setTimeout(resolve, 20));
const total = [...expected.values()].reduce((sum, ids) => sum + ids.size, 0);

function startRouter() {
  const path = (name) => fileURLToPath(new URL(name, import.meta.url));
  return spawn(process.execPath, [path('route.mjs'), path('patterns')], { stdio: ['ignore', 'inherit', 'inherit'] });
}

for (let kill = 1; kill <= KILLS; kill++) {
  const router = startRouter();
  while ((await arrived()) < (total * kill) / (KILLS + 1) && router.exitCode === null) await pause();
  if (router.exitCode !== null) throw new Error(`the router ended with ${router.exitCode} before it was killed`);
  router.kill('SIGKILL');
  await once(router, 'exit');
  console.log(`killed when ${await arrived()} of ${total} copies had arrived`);
}
const last = startRouter();
let quiet = 0;
// The server counts unacknowledged events neither as waiting nor as arrived: the queue must stay empty while nothing new arrives.
for (let before = -1; quiet < 50; await pause()) {
  const now = await arrived();
  quiet = now === before && (await waiting('events')) === 0 ? quiet + 1 : 0;
  before = now;
}
last.kill('SIGTERM');
const [code] = await once(last, 'exit');
if (code !== 0) throw new Error(`the router ended with ${code} after SIGTERM`);
if ((await waiting('events')) !== 0) throw new Error('events are left in the queue');

let failed = false;
for (const queue of QUEUES) {
  const ids = expected.get(queue);
  const found = new Map();
  const next = () => channel.get(queue, { noAck: true });
  for (let message = await next(); message !== false; message = await next()) {
    const id = /"id":"(\d+)"/.exec(message.content.toString())[1];
    found.set(id, (found.get(id) ?? 0) + 1);
  }
  const lost = [...ids].filter((id) => !found.has(id)).length;
  const wrong = [...found.keys()].filter((id) => !ids.has(id)).length;
  const again = [...found.values()].reduce((sum, count) => sum + count - 1, 0);
  console.log(`${queue}: ${ids.size} expected, ${found.size} arrived, ${lost} lost, ${wrong} wrong, ${again} repeated`);
  if (lost > 0 || wrong > 0) failed = true;
}
await connection.close();
process.exitCode = failed ? 1 : 0;
