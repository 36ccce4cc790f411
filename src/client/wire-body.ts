/** Makes the body of a request from a stream document; the caller's object is copied, not changed. */
import { asSent } from './model/index.ts';
import { isObject } from './transport/reply.ts';

type Document = Readonly<Record<string, unknown>>;

/** The document as the service expects it. It must be plain JSON data, as `checkStream` ensures. */
export function wireBody(document: object): Document {
  return asSent(JSON.parse(JSON.stringify(document)));
}

/** The reference requires FilterPattern in Create: where it is absent, `{}` is sent, which matches every event. */
export function createBody(body: Document): Document {
  return body.FilterPattern === undefined ? { ...body, FilterPattern: '{}' } : body;
}

/** Whether the source is one of RabbitMQ, which has a rate limit of its own. */
export function hasRabbitMQSource(document: Document): boolean {
  const source = document.Source;
  return isObject(source) && Object.keys(source).some((name) => name.includes('RabbitMQ'));
}
