/** The only list of transports, without what they do: flags and schemas need the names alone. */
export const transportNames = ['rest', 'openapi-v2', 'rpc', 'api'] as const;

export type TransportName = (typeof transportNames)[number];
