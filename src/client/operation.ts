/** The operations of the API, and which of them may be repeated. */

/** Names as in the API reference. */
export type Operation =
  | 'CreateEventStreaming'
  | 'UpdateEventStreaming'
  | 'UpdateEventStreamingBusinessOption'
  | 'GetEventStreaming'
  | 'ListEventStreamings'
  | 'DeleteEventStreaming'
  | 'PauseEventStreaming'
  | 'StartEventStreaming'
  | 'TestEventPattern';

/** `CreateEventStreaming` -> `createEventStreaming`, as the paths of the REST transports spell it. */
export function verbOf(operation: Operation): string {
  return operation.charAt(0).toLowerCase() + operation.slice(1);
}

/** Whether the operation is idempotent. Create is not: settle-create.ts calls Get before it repeats one. */
export function isRepeatable(operation: Operation): boolean {
  return operation !== 'CreateEventStreaming';
}

/** Whether the operation changes a stream, so that a lost answer leaves the outcome unclear. */
export function changes(operation: Operation): boolean {
  return !['GetEventStreaming', 'ListEventStreamings', 'TestEventPattern'].includes(operation);
}
