/** The documents that Create, Update and UpdateBusinessOption send. */
import type { TypeOf, TypeOfMembers } from './infer.ts';
import { businessOption, CAPACITY, runOptions } from './run-options.ts';
import { list, name, object, required, text } from './shape.ts';
import { sink } from './sinks.ts';
import { source } from './sources.ts';
import type { TargetParameter } from './target-parameter.ts';
import { transforms } from './transforms.ts';

export const MAX_TAGS = 20;

const common = {
  EventStreamingName: required(name({ about: '1 to 127 letters, digits and `-`, first a letter or digit' })),
  Description: text(),
  FilterPattern: text({ about: 'JSON text of the pattern; absent or empty, every event passes' }),
  Source: source,
  Sink: sink,
  RunOptions: runOptions,
  Transforms: transforms,
  Metadata: text(),
  Tag: text({ about: 'listed by the data-plane SDK only' }),
};

export type DocumentOperation = 'create' | 'update';

const tags = list(object({ Key: text(), Value: text() }), { max: MAX_TAGS, about: 'only when a stream is created' });

/** An update has no tags, which the service changes with other operations. */
export const documents = { create: object({ ...common, Tags: tags }), update: object(common) };

/** The document of UpdateEventStreamingBusinessOption: the name of the stream and the members of the option. */
export const businessOptionDocument = object(
  { EventStreamingName: common.EventStreamingName, ...businessOption.members },
  { order: CAPACITY },
);

/** A stream document, as `create` and `update` send it. */
export type EventStreamingDocument = TypeOfMembers<typeof documents.create.members, TargetParameter>;
/** The document of `updateBusinessOption`. */
export type BusinessOptionDocument = TypeOfMembers<typeof businessOptionDocument.members, TargetParameter>;
/** Where events come from: exactly one type of source. */
export type Source = TypeOf<typeof source, TargetParameter>;
/** Where events go: exactly one type of sink. */
export type Sink = TypeOf<typeof sink, TargetParameter>;
/** How the stream runs. */
export type RunOptions = TypeOf<typeof runOptions, TargetParameter>;
/** The billed capacity of a stream. */
export type BusinessOption = TypeOf<typeof businessOption, TargetParameter>;
/** One change of an event between source and sink. */
export type Transform = TypeOf<typeof transforms.item, TargetParameter>;
