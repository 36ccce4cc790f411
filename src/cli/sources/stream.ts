/** Recognises stream documents among the files that `check` reads. */
import type { JsonNode, JsonObjectNode } from '../../index.ts';
import { memberOf } from '../../json.ts';
import { objectAt } from './nodes.ts';

/** Whether the text may be one of a stream whose pattern is absent. */
export function namesStream(text: string): boolean {
  return text.includes('EventStreamingName') || (text.includes('Source') && text.includes('Sink'));
}

/** The stream of a document: all of it, or what is left of the answer of `stream get` without the members that the service adds. */
export function streamIn(root: JsonNode): JsonObjectNode | undefined {
  if (root.kind !== 'object') return undefined;
  const answer = streamOfAnswer(root);
  if (answer !== undefined) return answer;
  if (memberOf(root, 'EventStreamingName') !== undefined) return root;
  const parts = [objectAt(root, 'Source'), objectAt(root, 'Sink'), memberOf(root, 'FilterPattern')];
  return parts.filter((part) => part !== undefined).length > 1 ? root : undefined;
}

/** Where the stream's pattern stands in such a document. */
export function patternAddress(root: JsonNode, stream: JsonNode): string {
  return root === stream ? '/FilterPattern' : '/stream/FilterPattern';
}

/** What `stream get` printed as JSON holds a stream, with members that the service adds to every one. */
export function streamOfAnswer(root: JsonObjectNode): JsonObjectNode | undefined {
  const command = memberOf(root, 'command');
  const stream = memberOf(root, 'stream');
  if (command?.kind !== 'string' || command.value !== 'stream get' || stream?.kind !== 'object') return undefined;
  return { ...stream, members: stream.members.filter(({ name }) => !ADDED.has(name)) };
}

/** What Get answers, and no document sets. */
const ADDED = new Set(['Status', 'DetailedStatus']);
