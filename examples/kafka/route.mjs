/**
 * Routes events from one Kafka topic to many: each event of the topic `events` is copied to the topic `to.ID` of each pattern ID that it
 * matches, at least once. The offset of a batch is committed after the brokers have acknowledged all its copies, so a router that is killed
 * loses nothing: the next one reads the batch again, and writes some of its copies for the second time.
 *
 *   node route.mjs FOLDER    one pattern in each FOLDER/ID.json; the brokers are those of KAFKA_BROKERS
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join, parse } from 'node:path';
import { EventSyntaxError, PatternSet } from 'eb-pattern';
import { Kafka, logLevel, Partitioners } from 'kafkajs';

const folder = process.argv[2];
if (folder === undefined) throw new Error('usage: node route.mjs FOLDER');
const files = readdirSync(folder).filter((file) => file.endsWith('.json'));
const set = PatternSet.from(files.map((file) => [parse(file).name, readFileSync(join(folder, file), 'utf8')]));

const brokers = (process.env.KAFKA_BROKERS ?? 'localhost:9092').split(',');
const kafka = new Kafka({ clientId: 'router', brokers, logLevel: logLevel.ERROR });
const producer = kafka.producer({ createPartitioner: Partitioners.DefaultPartitioner });
/** As bytes: what a router that is killed may repeat. */
const BATCH = 1 << 16;
const consumer = kafka.consumer({ groupId: 'router', sessionTimeout: 10_000, maxBytesPerPartition: BATCH });
await producer.connect();
await consumer.connect();
await consumer.subscribe({ topic: 'events', fromBeginning: true });
await consumer.run({
  eachBatchAutoResolve: false,
  autoCommit: false,
  async eachBatch({ batch, resolveOffset, heartbeat, commitOffsetsIfNecessary, uncommittedOffsets }) {
    const copies = new Map();
    for (const { key, value } of batch.messages) {
      for (const topic of topicsOf(value)) {
        if (!copies.has(topic)) copies.set(topic, []);
        copies.get(topic).push({ key, value });
      }
    }
    const topicMessages = [...copies].map(([topic, messages]) => ({ topic, messages }));
    if (topicMessages.length > 0) await producer.sendBatch({ topicMessages, acks: -1 });
    resolveOffset(batch.lastOffset());
    await commitOffsetsIfNecessary(uncommittedOffsets());
    await heartbeat();
  },
});
console.log(`routing with ${files.length} patterns`);

process.once('SIGTERM', async () => {
  await consumer.disconnect();
  await producer.disconnect();
});

/** What is no event is kept in the topic `refused`, for a person to look at. A message without a value is none. */
function topicsOf(event) {
  try {
    return set.matchesJson(event ?? '').map((id) => `to.${id}`);
  } catch (thrown) {
    if (thrown instanceof EventSyntaxError) return ['refused'];
    throw thrown;
  }
}
