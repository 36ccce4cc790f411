/**
 * The contract of a transport: one pure function makes a request, another reads an answer. What a transport is given,
 * it is given as data (the time and the nonce too), so that a request can be compared with its expectation.
 */
import type { Credentials } from '../auth/credentials.ts';
import type { Operation } from '../operation.ts';
import type { TransportName } from './names.ts';
import type { Answer, Reply } from './reply.ts';

export type { TransportName } from './names.ts';

export interface Place {
  readonly accountId?: string | undefined;
  readonly region?: string | undefined;
}

export interface Call {
  readonly operation: Operation;
  /** Members as the service spells them. */
  readonly body: Readonly<Record<string, unknown>>;
  /** Where to send it: scheme, host and port. */
  readonly origin: string;
  readonly region: string | undefined;
  readonly credentials: Credentials;
  readonly date: Date;
  readonly nonce: string;
  readonly acsSeparator: ' ' | ':' | undefined;
  readonly createPath: string | undefined;
}

export interface WireRequest {
  readonly method: 'POST';
  readonly origin: string;
  /** Path and query. */
  readonly path: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface Transport {
  readonly name: TransportName;
  readonly signsWith: readonly ('accessKey' | 'bearer')[];
  /** What the origin is made of; without these, `endpoint` must be given. */
  readonly needs: readonly ('accountId' | 'region')[];
  origin(place: Place): string;
  supports(operation: Operation): boolean;
  /** The filters of List that it knows, by the service's names. */
  readonly listFilters: readonly string[];
  request(call: Call): WireRequest;
  read(answer: Answer): Reply;
}

export const USER_AGENT = 'eb-pattern';
