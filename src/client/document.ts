/** A stream document as it is sent. What the caller holds is copied, never changed. */
import { isObject } from './transport/reply.ts';

type Document = Readonly<Record<string, unknown>>;

/** Create documents FilterPattern as required: an absent one is sent as `{}`, which matches everything. */
export function createBody(body: Document): Document {
  return body.FilterPattern === undefined ? { ...body, FilterPattern: '{}' } : body;
}

export function wireBody(document: object): Document {
  return withTextValues(JSON.parse(JSON.stringify(document))) as Document;
}

const TARGET = new Set(['Value', 'Form', 'Template']);

/** The reference's samples give the Value of a target parameter once as an object, elsewhere as text: text is sent. */
function withTextValues(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withTextValues);
  if (!isObject(value)) return value;
  const isTarget = isObject(value.Value) && Object.keys(value).every((name) => TARGET.has(name));
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [
      name,
      isTarget && name === 'Value' ? JSON.stringify(member) : withTextValues(member),
    ]),
  );
}

/** RabbitMQ sources have a limit of requests of their own. */
export function hasRabbitMQSource(document: Document): boolean {
  const source = document.Source;
  return isObject(source) && Object.keys(source).some((name) => name.includes('RabbitMQ'));
}
