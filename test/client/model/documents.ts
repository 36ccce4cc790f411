/** Stream documents for the tests of this folder, and functions that change one part. */

export type Json = Record<string, unknown>;

/** Valid, without a warning. */
export const valid = {
  EventStreamingName: 'orders',
  FilterPattern: '{"source":["acs.oss"]}',
  Source: { SourceMNSParameters: { QueueName: 'orders' } },
  Sink: { SinkMNSParameters: { QueueName: { Form: 'CONSTANT', Value: 'copies' } } },
};

/** The whole document with the members of the part replaced. */
export const over = (part: Json): Json => ({ ...valid, ...part });

export const withSource = (name: string, parameters: Json, more: Json = {}): Json =>
  over({ ...more, Source: { [name]: parameters } });

export const withSink = (name: string, parameters: Json): Json => over({ Sink: { [name]: parameters } });

/** A document whose sink has one target parameter. */
export const withBody = (parameter: unknown): Json => withSink('SinkMNSParameters', { Body: parameter });

/** Replaces, adds or (with undefined) removes the value at a path. */
export function changed(document: unknown, [step, ...rest]: readonly (string | number)[], value: unknown): unknown {
  if (step === undefined) return value;
  if (Array.isArray(document)) return document.map((item, i) => (i === step ? changed(item, rest, value) : item));
  const copy: Json = { ...(document as Json) };
  const made = changed(copy[step], rest, value);
  if (made === undefined) delete copy[step];
  else copy[step] = made;
  return copy;
}
