import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { NODES } from '../../scripts/nodes.ts';
import { ROOT } from '../docs/markdown.ts';

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

interface Job {
  readonly permissions?: Readonly<Record<string, string>>;
  readonly 'timeout-minutes'?: number;
  readonly strategy?: { readonly matrix: Readonly<Record<string, readonly string[]>> };
  readonly steps: readonly Step[];
}

interface Workflow {
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions: unknown;
  readonly jobs: Readonly<Record<string, Job>>;
}

const text = readFileSync(`${ROOT}.github/workflows/ci.yml`, 'utf8');
const workflow = parse(text) as Workflow;
const jobs = Object.values(workflow.jobs);
const manifest = JSON.parse(readFileSync(`${ROOT}package.json`, 'utf8'));

describe('the workflow', () => {
  it('runs for pull requests with the rights of a fork', () => {
    expect(Object.keys(workflow.on)).toContain('pull_request');
    expect(Object.keys(workflow.on)).not.toContain('pull_request_target');
  });

  it('grants no permission by default, and read access to the code to each job', () => {
    expect(workflow.permissions).toEqual({});
    expect(jobs.map(({ permissions }) => permissions)).toEqual(jobs.map(() => ({ contents: 'read' })));
  });

  it('names actions by their commit, with the version beside it', () => {
    const uses = [...text.matchAll(/uses: (.*)$/gm)].map(({ 1: action }) => action);
    expect(uses.length).toBeGreaterThan(0);
    for (const action of uses) expect(action).toMatch(/^[\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  });

  it('leaves no token in the working copy', () => {
    const checkouts = jobs.flatMap(({ steps }) => steps.filter(({ uses }) => uses?.startsWith('actions/checkout@')));
    expect(checkouts.map((step) => step.with?.['persist-credentials'])).toEqual(checkouts.map(() => false));
  });

  it('writes no value of an event or a branch into a script', () => {
    const scripts = jobs.flatMap(({ steps }) => steps.flatMap(({ run }) => run ?? []));
    expect(scripts.filter((run) => run.includes('${{'))).toEqual([]);
    const sql = ['npm ci', 'pip install duckdb==2.0.1 chdb==4.4.0', 'npm run sql', '.ci/clickhouse'];
    const clusters = ['npm ci', '.ci/spark', '.ci/flink', '.ci/kafka', '.ci/rabbitmq'];
    expect(scripts).toEqual(['npm ci', 'npm test', 'npm run package', ...sql, ...clusters]);
  });

  it('has a time limit', () => {
    expect(jobs.filter((job) => job['timeout-minutes'] === undefined)).toEqual([]);
  });
});

describe('the supported versions of Node', () => {
  it('are the same in the workflow and in `npm run test:nodes`', () => {
    expect(jobs.flatMap(({ strategy }) => (strategy === undefined ? [] : [strategy.matrix.node]))).toEqual([NODES]);
  });

  it('are exact, and begin with the oldest in package.json', () => {
    expect(NODES.filter((version) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
    expect(manifest.engines.node).toBe(`>=${NODES[0]?.replace(/\.0$/, '')}`);
    expect(NODES.map((version) => version.split('.')[0])).toEqual(['20', '22', '24']);
  });
});
