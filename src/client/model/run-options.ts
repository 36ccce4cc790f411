/** RunOptions of a stream: parallelism, retries, dead letters, batches, and the billed capacity. */
import { choice, number, object, required, text } from './shape.ts';

/** The members for the least and the greatest capacity. */
export const CAPACITY = ['MinCapacityUnitCount', 'MaxCapacityUnitCount'] as const;

export const businessOption = object(
  {
    BusinessMode: required(choice(['CapacityUnitMode', 'EventNumMode'])),
    MinCapacityUnitCount: number({ integer: true, min: 1, max: 999 }),
    MaxCapacityUnitCount: number({ integer: true, min: 1, max: 999, about: 'at least MinCapacityUnitCount' }),
  },
  { order: CAPACITY, about: 'how the stream is billed' },
);

export const runOptions = object(
  {
    MaximumTasks: number({ about: 'tasks that run at the same time' }),
    ErrorsTolerance: choice(['ALL', 'NONE'], { default: 'ALL', about: 'whether the stream goes on after an error' }),
    RetryStrategy: object({
      PushRetryStrategy: choice(['BACKOFF_RETRY', 'EXPONENTIAL_DECAY_RETRY'], {
        default: 'BACKOFF_RETRY',
        about: 'three retries after 10 to 20 s, or 176 retries in about a day',
      }),
      MaximumEventAgeInSeconds: number(),
      MaximumRetryAttempts: number(),
    }),
    DeadLetterQueue: object(
      { Arn: text(), Network: text(), VpcId: text(), VSwitchIds: text(), SecurityGroupId: text() },
      { about: 'a topic, a queue or an event bus for events that could not be delivered; off by default' },
    ),
    BatchWindow: object(
      { CountBasedWindow: number({ about: 'events' }), TimeBasedWindow: number({ about: 'seconds' }) },
      { about: 'the window that is reached first pushes the batch' },
    ),
    BusinessOption: businessOption,
    Throttling: number(),
  },
  { about: 'how the stream runs' },
);
