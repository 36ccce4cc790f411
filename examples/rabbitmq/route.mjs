/**
 * Routes events from one RabbitMQ queue to many: each event of the queue `events` is copied to the queue `to.ID` of each pattern ID that it
 * matches, at least once. An event is acknowledged after the server has confirmed all its copies, so a router that is killed loses nothing:
 * the server delivers its unacknowledged events again, some of them for the second time.
 *
 *   node route.mjs FOLDER    one pattern in each FOLDER/ID.json; the server is that of AMQP_URL
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join, parse } from 'node:path';
import amqp from 'amqplib';
import { EventSyntaxError, PatternSet } from 'eb-pattern';

/** Events that are delivered before the first of them is acknowledged. */
const PREFETCH = 500;

const folder = process.argv[2];
if (folder === undefined) throw new Error('usage: node route.mjs FOLDER');
const files = readdirSync(folder).filter((file) => file.endsWith('.json'));
const set = PatternSet.from(files.map((file) => [parse(file).name, readFileSync(join(folder, file), 'utf8')]));

const connection = await amqp.connect(process.env.AMQP_URL ?? 'amqp://localhost');
const channel = await connection.createConfirmChannel();
await channel.assertQueue('events');
// What is no event is kept here, for a person to look at.
await channel.assertQueue('refused');
for (const id of set.ids()) await channel.assertQueue(`to.${id}`);
await channel.prefetch(PREFETCH);
const { consumerTag } = await channel.consume('events', (message) => {
  // The server has deleted the queue.
  if (message === null) throw new Error('the queue `events` is gone');
  Promise.all(queuesOf(message.content).map((queue) => copy(queue, message.content))).then(
    () => channel.ack(message),
    () => channel.nack(message),
  );
});
console.log(`routing with ${files.length} patterns`);

process.once('SIGTERM', async () => {
  await channel.cancel(consumerTag);
  await channel.waitForConfirms();
  await connection.close();
});

function queuesOf(event) {
  try {
    return set.matchesJson(event).map((id) => `to.${id}`);
  } catch (thrown) {
    if (thrown instanceof EventSyntaxError) return ['refused'];
    throw thrown;
  }
}

function copy(queue, content) {
  return new Promise((resolve, reject) => {
    channel.sendToQueue(queue, content, { persistent: true }, (error) => (error ? reject(error) : resolve()));
  });
}
