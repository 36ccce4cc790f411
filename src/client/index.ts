/**
 * eb-pattern/client: creates, changes and watches event streams. Needs Node.
 * @module
 */

export type { JsonObject, JsonSchema } from '../index.ts';
export {
  type AccessKey,
  type Auth,
  accessKey,
  type BearerToken,
  bearer,
  type Credentials,
} from './auth/credentials.ts';
export { type CallOptions, EventStreamingClient } from './client.ts';
export type { Clock } from './clock.ts';
export {
  AbortedError,
  AuthenticationError,
  ConflictError,
  type ErrorFacts,
  EventBridgeError,
  NetworkError,
  NotFoundError,
  ServiceError,
  ThrottledError,
  TimeoutError,
  UnsupportedError,
  ValidationError,
} from './errors.ts';
export type { ListFilter } from './filter.ts';
export type { RateLimit } from './limiter.ts';
export type { Logger } from './logger.ts';
export * from './model/index.ts';
export type { Operation } from './operation.ts';
export type { ClientOptions, Timeouts } from './options.ts';
export type { Answered } from './outcome.ts';
export type {
  CheckedResult,
  CreateResult,
  GetResult,
  ListResult,
  Result,
  Stream,
  StreamStatus,
  TestEventPatternResult,
  WaitResult,
} from './results.ts';
export type { Retry } from './retry.ts';
export type { TransportName } from './transport/transport.ts';
export type { AwaitedStatus, WaitOptions } from './wait.ts';
