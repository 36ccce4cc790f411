/** A target parameter: how one parameter of a sink or a transform is made from the event. */
import type { TypeOfMembers } from './infer.ts';
import { choice, object, text, textOrObject } from './shape.ts';

/** Largest number of characters of Value and of Template, from "Limits" of the API reference. */
export const MAX_TARGET_TEXT = 10_240;

export const targetParameter = object(
  {
    Value: textOrObject({
      about:
        'for JSONPATH one path, for CONSTANT the text itself, for TEMPLATE a JSON object in a string that gives each name a path or a constant; empty for ORIGINAL',
    }),
    Form: choice(['ORIGINAL', 'JSONPATH', 'CONSTANT', 'TEMPLATE'], {
      about:
        'the whole event, one part of it, a constant, or a text with parts of it; most parameters that name a resource take a constant when it is absent',
    }),
    Template: text({
      max: MAX_TARGET_TEXT,
      about: 'for TEMPLATE: a text that names the entries of Value, as in `${name}`',
    }),
  },
  { target: true, about: 'how one parameter of a sink or a transform is made from the event' },
);

/** How one parameter of a sink or a transform is made from the event. */
export type TargetParameter = TypeOfMembers<typeof targetParameter.members, never>;
