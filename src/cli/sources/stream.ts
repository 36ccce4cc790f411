/** Recognises stream documents among the files that `check` reads. */
import type { JsonNode, JsonObjectNode } from '../../index.ts';
import { memberOf } from '../../json.ts';
import { objectAt } from './nodes.ts';

/** Whether the text may be a stream document without a pattern. */
export function namesStream(text: string): boolean {
  return text.includes('EventStreamingName') || (text.includes('Source') && text.includes('Sink'));
}

/** The stream of a document: all of it, or an answer of `stream get` without the members that the service adds. */
export function streamIn(root: JsonNode): JsonObjectNode | undefined {
  if (root.kind !== 'object') return undefined;
  const answer = streamOfAnswer(root);
  if (answer !== undefined) return answer;
  if (memberOf(root, 'EventStreamingName') !== undefined) return root;
  const parts = [objectAt(root, 'Source'), objectAt(root, 'Sink'), memberOf(root, 'FilterPattern')];
  return parts.filter((part) => part !== undefined).length > 1 ? root : undefined;
}

/** The address of the stream's pattern in such a document. */
export function patternAddress(root: JsonNode, stream: JsonNode): string {
  return root === stream ? '/FilterPattern' : '/stream/FilterPattern';
}

/** The stream in a JSON answer of `stream get`, which has members that the service adds. */
export function streamOfAnswer(root: JsonObjectNode): JsonObjectNode | undefined {
  const command = memberOf(root, 'command');
  const stream = memberOf(root, 'stream');
  if (command?.kind !== 'string' || command.value !== 'stream get' || stream?.kind !== 'object') return undefined;
  return { ...stream, members: stream.members.filter(({ name }) => !ADDED.has(name)) };
}

/** Members of the answer of Get that no document sets. */
const ADDED = new Set(['Status', 'DetailedStatus']);
