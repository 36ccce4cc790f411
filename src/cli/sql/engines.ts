/** The SQL engines, by the names of `--target`. */
import { clickhouse } from './clickhouse.ts';
import { duckdb } from './duckdb.ts';
import type { Engine } from './engine.ts';
import { spark } from './spark.ts';

export const engines = { duckdb, clickhouse, spark } satisfies Readonly<Record<string, Engine>>;
export type EngineName = keyof typeof engines;
