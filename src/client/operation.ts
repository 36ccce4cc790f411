/** The operations of the API, by the service's names, and what may be done when the outcome of one is not known. */

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

/** Whether doing it twice leaves what doing it once leaves. Only Create does not: it is asked for by Get first. */
export function isRepeatable(operation: Operation): boolean {
  return operation !== 'CreateEventStreaming';
}

/** Whether it changes anything: what came of it matters when its answer is lost. */
export function changes(operation: Operation): boolean {
  return !['GetEventStreaming', 'ListEventStreamings', 'TestEventPattern'].includes(operation);
}
