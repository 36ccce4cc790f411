/** Reads the conformance data, whose lines are described in test/conformance/README.md. */
import { readFileSync } from 'node:fs';
import type { DialectName } from './reference.ts';

/** One line: a pattern, whether the dialect accepts it and, if so, events with their verdicts. */
export interface ConformanceLine {
  readonly pattern: string;
  readonly ok: boolean;
  readonly cases?: readonly (readonly [event: string, verdict: boolean])[];
}

export const CONFORMANCE_FILES: readonly (readonly [file: string, dialect: DialectName])[] = [
  ['aliyun.ndjson', 'aliyun'],
  ['edges-aliyun.ndjson', 'aliyun'],
  ['rocketmq.ndjson', 'rocketmq'],
  ['edges-rocketmq.ndjson', 'rocketmq'],
];

/** Of the dialect whose interpreter is one of its own. */
export const AWS_FILES = [
  ['aws.ndjson', 'aws'],
  ['edges-aws.ndjson', 'aws'],
] as const;

export function readConformance(file: string): ConformanceLine[] {
  const text = readFileSync(new URL(`../conformance/${file}`, import.meta.url), 'utf8');
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
}
