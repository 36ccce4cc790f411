/** The stream document: what Create and Update send, and the document of the business option. */
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

export type Operation = 'create' | 'update';

const tags = list(object({ Key: text(), Value: text() }), { max: MAX_TAGS, about: 'only when a stream is created' });

/** An update replaces the whole document, and has no tags: they have operations of their own. */
export const documents = { create: object({ ...common, Tags: tags }), update: object(common) };

/** The document of the business option stands for itself: the name of the stream beside the option. */
export const businessOptionDocument = object(
  { EventStreamingName: common.EventStreamingName, ...businessOption.members },
  { order: CAPACITY },
);

export type EventStreamingDocument = TypeOfMembers<typeof documents.create.members, TargetParameter>;
export type BusinessOptionDocument = TypeOfMembers<typeof businessOptionDocument.members, TargetParameter>;
export type Source = TypeOf<typeof source, TargetParameter>;
export type Sink = TypeOf<typeof sink, TargetParameter>;
export type RunOptions = TypeOf<typeof runOptions, TargetParameter>;
export type BusinessOption = TypeOf<typeof businessOption, TargetParameter>;
export type Transform = TypeOf<typeof transforms.item, TargetParameter>;
