/** A client beside a service, with a clock that never waits; `close` frees all resources. */
import { type Auth, accessKey, bearer, type ClientOptions, EventStreamingClient } from '../../../src/client/index.ts';
import type { TransportName } from '../../../src/client/transport/transport.ts';
import { SwiftClock } from './clocks.ts';
import { ACCOUNT, BEARER, KEY, REGION, type Service, STS } from './index.ts';

/** Longer than any backoff, shorter than any budget. */
export const PATIENCE = 100_000;
export const BUDGET = 1e12;

export const auths: Readonly<Record<'accessKey' | 'sts' | 'bearer', Auth>> = {
  accessKey: accessKey(KEY),
  sts: accessKey(STS),
  bearer: bearer(BEARER),
};

/** Every transport with every way of signing that it has. */
export const ways: readonly { readonly transport: TransportName; readonly auth: keyof typeof auths }[] = [
  ...(['rest', 'openapi-v2', 'rpc'] as const).flatMap((transport) =>
    (['accessKey', 'sts', 'bearer'] as const).map((auth) => ({ transport, auth })),
  ),
  { transport: 'api', auth: 'bearer' },
];

export function clientOf(
  service: Service,
  options: ClientOptions = {},
): EventStreamingClient & { readonly clock: SwiftClock } {
  const clock = new SwiftClock(PATIENCE);
  const client = new EventStreamingClient({
    accountId: ACCOUNT,
    region: REGION,
    endpoint: service.endpoint,
    auth: auths.bearer,
    timeout: { call: BUDGET, headers: 5000, body: 5000 },
    clock,
    random: () => 0.5,
    ...options,
  });
  return Object.assign(client, { clock });
}
