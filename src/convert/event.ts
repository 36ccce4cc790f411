/** The counterpart of an event: the same content in the envelope of the other service. */
import { type JsonNode, type JsonObjectNode, printJson } from '../json.ts';
import { eventNode } from '../pattern/event.ts';
import { assertSide } from './arguments.ts';
import { ENVELOPE, type Side } from './names.ts';

/**
 * The JSON text of the counterpart of an event at the other service. Members without one are left out. The content is copied character by character, apart from white space;
 * `resources` is a list and `subject` a text.
 * @throws EventSyntaxError for text that is not a JSON object; TypeError for wrong arguments
 */
export function convertEvent(event: object | string | Uint8Array, to: Side): string {
  assertSide(to, 'convertEvent');
  return counterpartOf(eventNode(event), to);
}

export function counterpartOf(event: JsonObjectNode, to: Side): string {
  const members = event.members.flatMap(({ name, value }) => {
    const pair = ENVELOPE.find(([aliyun, aws]) => (to === 'aws' ? aliyun : aws) === name);
    if (pair === undefined) return [];
    const text = pair[1] === 'resources' ? listed(value, to) : printJson(value);
    return text === undefined ? [] : [`${JSON.stringify(to === 'aws' ? pair[1] : pair[0])}:${text}`];
  });
  return `{${members.join(',')}}`;
}

/** Undefined for an empty list, for which there is no text. */
function listed(value: JsonNode, to: Side): string | undefined {
  if (to === 'aws') return value.kind === 'array' ? printJson(value) : `[${printJson(value)}]`;
  if (value.kind !== 'array' || value.items.length > 1) return printJson(value);
  const [only] = value.items;
  return only && printJson(only);
}
