/** The command line beside an in-memory service. Without a service there is no endpoint, so that no request leaves this machine. */
import { afterEach, beforeEach } from 'vitest';
import { ACCOUNT, BEARER, REGION, Service } from '../../../support/service/index.ts';
import { type Outcome, run, type World } from '../../run-main.ts';

let service: Service;

/** A new service for each test of the file that calls this. */
export function startServices(): void {
  beforeEach(async () => {
    service = await Service.start();
  });
  afterEach(() => service.close());
}

export function theService(): Service {
  return service;
}

export function environment(): Record<string, string> {
  return {
    EB_PATTERN_ENDPOINT: service.endpoint,
    EB_PATTERN_ACCOUNT_ID: ACCOUNT,
    EB_PATTERN_REGION: REGION,
    EB_PATTERN_RETRIES: '0',
    EB_PATTERN_INTERVAL: '0.001',
    DASHSCOPE_API_KEY: BEARER,
  };
}

/** `command` is split at blanks. */
export function stream(command: string, world: World = {}): Promise<Outcome> {
  return run(['stream', ...command.split(' ')], { ...world, env: { ...environment(), ...world.env } });
}

export const ORDERS = `EventStreamingName: orders
Description: orders to the warehouse
FilterPattern: '{"source": ["acs.oss"]}'
Source:
  SourceMNSParameters: {RegionId: cn-hangzhou, QueueName: orders, IsBase64Decode: true}
Sink:
  SinkMNSParameters:
    QueueName: {Form: CONSTANT, Value: warehouse}
    Body: {Form: JSONPATH, Value: $.data}
`;

export const files = { 'orders.yaml': ORDERS };

export async function created(): Promise<void> {
  const { code, err } = await stream('create orders.yaml', { files });
  if (code !== 0) throw new Error(err);
}
