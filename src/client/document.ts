/** A stream document as it is sent. What the caller holds is copied, never changed. */
import { asSent } from './model/index.ts';
import { isObject } from './transport/reply.ts';

type Document = Readonly<Record<string, unknown>>;

/** Expects what the check could read. */
export function wireBody(document: object): Document {
  return asSent(JSON.parse(JSON.stringify(document)));
}

/** Create documents FilterPattern as required: an absent one is sent as `{}`, which matches everything. */
export function createBody(body: Document): Document {
  return body.FilterPattern === undefined ? { ...body, FilterPattern: '{}' } : body;
}

/** RabbitMQ sources have a limit of requests of their own. */
export function hasRabbitMQSource(document: Document): boolean {
  const source = document.Source;
  return isObject(source) && Object.keys(source).some((name) => name.includes('RabbitMQ'));
}
