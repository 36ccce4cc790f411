/**
 * Kills the router with SIGKILL in mid-stream, three times, and counts what arrives: no event may be lost; some may come twice. Needs a
 * broker of its own (KAFKA_BROKERS), since it makes and reads the topics of `route.mjs` from their beginning.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { Kafka, logLevel, Partitioners } from 'kafkajs';

const EVENTS = 30_000;
const KILLS = 3;
const TOPICS = ['to.paid-orders', 'to.large-orders', 'refused'];

const brokers = (process.env.KAFKA_BROKERS ?? 'localhost:9092').split(',');
const kafka = new Kafka({ clientId: 'test', brokers, logLevel: logLevel.ERROR });
const admin = kafka.admin();
await admin.connect();
const made = await admin.createTopics({
  waitForLeaders: true,
  topics: [{ topic: 'events', numPartitions: 3 }, ...TOPICS.map((topic) => ({ topic, numPartitions: 2 }))],
});
if (!made) throw new Error('a topic exists: this test needs a broker of its own');
const producer = kafka.producer({ createPartitioner: Partitioners.DefaultPartitioner });
await producer.connect();

// What must arrive follows from how the events are made, not from a matcher.
const expected = new Map(TOPICS.map((topic) => [topic, new Set()]));
let messages = [];
for (let n = 0; n < EVENTS; n++) {
  const isOrder = n % 3 !== 0;
  const isPaid = n % 4 === 0;
  const total = n % 1000;
  const isBroken = n % 1009 === 0;
  const id = String(n);
  const event = {
    specversion: '1.0',
    id,
    source: isOrder ? 'shop.orders' : 'shop.stock',
    type: isPaid ? 'order.paid' : 'order.placed',
    data: { total },
  };
  if (isBroken) expected.get('refused').add(id);
  else {
    if (isOrder && isPaid) expected.get('to.paid-orders').add(id);
    if (isOrder && total >= 900) expected.get('to.large-orders').add(id);
  }
  const text = JSON.stringify(event);
  messages.push({ key: id, value: isBroken ? `${text},` : text });
  if (messages.length < 100 && n < EVENTS - 1) continue;
  // Small batches, so that a router is killed between two of them.
  await producer.send({ topic: 'events', messages, acks: -1 });
  messages = [];
}
await producer.disconnect();

const sumOf = (offsets) => offsets.reduce((sum, { offset }) => sum + Math.max(0, Number(offset)), 0);
const written = async (topic) => sumOf(await admin.fetchTopicOffsets(topic));
const arrived = async () => (await Promise.all(TOPICS.map(written))).reduce((sum, count) => sum + count, 0);
const committed = async () => {
  const [topic] = await admin.fetchOffsets({ groupId: 'router', topics: ['events'] });
  return sumOf(topic.partitions);
};
const pause = () => new Promise((resolve) => setTimeout(resolve, 5));
const total = [...expected.values()].reduce((sum, ids) => sum + ids.size, 0);

function startRouter() {
  const path = (name) => fileURLToPath(new URL(name, import.meta.url));
  return spawn(process.execPath, [path('route.mjs'), path('patterns')], { stdio: ['ignore', 'inherit', 'inherit'] });
}

for (let kill = 1; kill <= KILLS; kill++) {
  const before = await arrived();
  const router = startRouter();
  while ((await arrived()) < Math.max(before + 1, (total * kill) / (KILLS + 2)) && router.exitCode === null)
    await pause();
  if (router.exitCode !== null) throw new Error(`the router ended with ${router.exitCode} before it was killed`);
  router.kill('SIGKILL');
  await once(router, 'exit');
  const left = EVENTS - (await committed());
  console.log(`killed when ${await arrived()} of ${total} copies had arrived, with ${left} events not committed`);
  if (left === 0) throw new Error('the router had ended its work before it was killed');
}
const last = startRouter();
while ((await committed()) < EVENTS && last.exitCode === null) await pause();
last.kill('SIGTERM');
const [code] = await once(last, 'exit');
if (code !== 0) throw new Error(`the router ended with ${code} after SIGTERM`);

// Read what has arrived: as many messages as the offsets say.
const found = new Map(TOPICS.map((topic) => [topic, new Map()]));
const consumer = kafka.consumer({ groupId: 'test' });
await consumer.connect();
await consumer.subscribe({ topics: TOPICS, fromBeginning: true });
let left = await arrived();
await new Promise((resolve) => {
  consumer.run({
    async eachMessage({ topic, message }) {
      const id = /"id":"(\d+)"/.exec(message.value.toString())[1];
      found.get(topic).set(id, (found.get(topic).get(id) ?? 0) + 1);
      if (--left === 0) resolve();
    },
  });
});
await consumer.disconnect();
await admin.disconnect();
let failed = false;
for (const topic of TOPICS) {
  const [ids, counts] = [expected.get(topic), found.get(topic)];
  const lost = [...ids].filter((id) => !counts.has(id)).length;
  const wrong = [...counts.keys()].filter((id) => !ids.has(id)).length;
  const again = [...counts.values()].reduce((sum, count) => sum + count - 1, 0);
  console.log(
    `${topic}: ${ids.size} expected, ${counts.size} arrived, ${lost} lost, ${wrong} wrong, ${again} repeated`,
  );
  if (lost > 0 || wrong > 0) failed = true;
}
process.exitCode = failed ? 1 : 0;
