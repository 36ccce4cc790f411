/** Transforms: changes of events between source and sink. */
import { list, number, object, target, text } from './shape.ts';
import { targetParameter } from './target-parameter.ts';

const { Value, Form, Template } = targetParameter.members;
const apiKey = text({ secret: true });

/** A message for a language model: a target parameter with the role of its author. */
const message = object({ Role: text(), Value, Form, Template }, { target: true });

export const transforms = list(
  object({
    Arn: text({ about: 'of a function: acs:fc:REGION:ACCOUNT:services/SERVICE.LATEST/functions/FUNCTION' }),
    BaiLianAgentTransformParameters: object({
      ApiKey: apiKey,
      ApplicationId: text(),
      Prompt: target(),
      RequestPerMinute: number(),
      TokenPerMinute: number(),
    }),
    DashScopeTransformParameters: object({
      ApiKey: apiKey,
      Messages: list(message),
      Model: text(),
      RequestPerMinute: number(),
      StructuredOutputJsonSchema: text(),
      TokenPerMinute: number(),
    }),
    EmbeddingTransformParameters: object({ ApiKey: apiKey, EmbeddingData: target(), EmbeddingModel: text() }),
  }),
  { about: 'what changes an event on the way' },
);
