/** The events with which the tests of one suite tested one pattern, recorded for coverage and mutation. */
import type { Pattern } from '../../index.ts';
import type { LocatedPattern } from '../patterns/pattern.ts';

export interface SuiteEvents {
  /** Absent for a pattern that must be refused, and is. */
  readonly pattern?: Pattern | undefined;
  readonly source: LocatedPattern;
  /** The name of the suite's file. */
  readonly suite: string;
  /** The event that its tests change, as JSON text. */
  readonly base?: string | undefined;
  readonly shown: readonly ShownEvent[];
  /** The names of all tests of the suite, with or without an expectation for this pattern. */
  readonly names: readonly string[];
  /** In a routing suite: the ids of the patterns that an event reaches. */
  readonly routes?: ((event: string) => readonly string[]) | undefined;
}

/** One event with its test. */
export interface ShownEvent {
  /** JSON text. */
  readonly event: string;
  /** Whether the test expects the pattern to match. */
  readonly match: boolean;
  /** Exactly the fields that must fail, as pointers into the pattern, if the test lists them. */
  readonly fails?: readonly string[] | undefined;
  readonly test: string;
}
