/** The names of the transports, apart from their code, for flags and schemas. */

/** A protocol of the service; docs/client.md describes each. */
export type TransportName = 'rest' | 'openapi-v2' | 'rpc' | 'api';

export const transportNames = ['rest', 'openapi-v2', 'rpc', 'api'] as const satisfies readonly TransportName[];
