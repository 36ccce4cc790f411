/** The transports by their names. */
import { api } from './api.ts';
import { openapiV2 } from './openapi-v2.ts';
import { rest } from './rest.ts';
import { rpc } from './rpc.ts';
import type { Transport, TransportName } from './transport.ts';

export const transports: Readonly<Record<TransportName, Transport>> = { rest, 'openapi-v2': openapiV2, rpc, api };
