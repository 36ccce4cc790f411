/**
 * The contract of a transport: two pure functions, one that makes a request and one that reads an answer. Time and nonce are arguments,
 * so that tests can compare requests.
 */
import type { Credentials } from '../auth/credentials.ts';
import type { Operation } from '../operation.ts';
import type { TransportName } from './names.ts';
import type { Answer, Reply } from './reply.ts';

export type { TransportName } from './names.ts';

/** The parts of the host of a transport. */
export interface HostParts {
  readonly accountId?: string | undefined;
  readonly region?: string | undefined;
}

export interface Call {
  readonly operation: Operation;
  /** Members as the service spells them. */
  readonly body: Readonly<Record<string, unknown>>;
  /** Scheme, host and port. */
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
  /** The options that `origin` needs; without them the option `endpoint` is required. */
  readonly needs: readonly ('accountId' | 'region')[];
  origin(parts: HostParts): string;
  supports(operation: Operation): boolean;
  /** The filters of List that the transport supports, by the service's names. */
  readonly listFilters: readonly string[];
  request(call: Call): WireRequest;
  read(answer: Answer): Reply;
}

export const USER_AGENT = 'eb-pattern';
