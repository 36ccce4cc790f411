/** The table and the picture of docs/scale.md, from figures that were measured. */

interface Way {
  readonly name: string;
  /** Of NDJSON: events of bench/corpus.ts, 120,000 in each file. */
  readonly gigabytes: number;
  /** Seconds of processor time of all processes. */
  readonly cpu: number;
  /** The same of the command on one machine. */
  readonly alone: number;
  readonly how: string;
}

const LOCAL = 'PySpark 4.3, `local[2]`, two tasks, median of the second to the fifth job of a session';
/** By scripts/spark/measure.py and examples/flink/prove.mjs, on two cores that other programs used, too. */
const WAYS: readonly Way[] = [
  {
    name: 'Spark, `filter` with one pattern, which 13 % of the events match',
    gigabytes: 1.04,
    cpu: 2.43,
    alone: 1.12,
    how: LOCAL,
  },
  {
    name: 'Spark, `tally` of 10,000 patterns',
    gigabytes: 1.04,
    cpu: 6.73,
    alone: 4.52,
    how: LOCAL,
  },
  {
    name: 'Spark, `filter` with one pattern, which 7 % of the events match',
    gigabytes: 1.04,
    cpu: 2.52,
    alone: 1.37,
    how: LOCAL,
  },
  {
    name: 'Flink, 100 patterns, lines with their ids, first job of a task manager',
    gigabytes: 1.04,
    cpu: 9.0,
    alone: 2.0,
    how: 'Flink 2.3, one task manager with one slot',
  },
  {
    name: 'Flink, the same, third job',
    gigabytes: 1.04,
    cpu: 4.8,
    alone: 2.0,
    how: 'the same',
  },
];

export function figuresTable(): string {
  const rate = ({ gigabytes, cpu }: Way): string => `${Math.round((gigabytes * 1000) / cpu)} MB/s`;
  return [
    '| job | events | one machine | there | ratio | for each core | measured with |',
    '| --- | --- | --- | --- | --- | --- | --- |',
    ...WAYS.map(
      (way) =>
        `| ${way.name} | ${way.gigabytes} GB | ${way.alone.toFixed(1)} s | ${way.cpu.toFixed(1)} s | ${(way.cpu / way.alone).toFixed(1)} | ${rate(way)} | ${way.how} |`,
    ),
  ].join('\n');
}

const WIDTH = 720;
const HEIGHT = 360;
const LEFT = 70;
const RIGHT = 190;
const TOP = 40;
const BOTTOM = 50;

/** Powers of ten: gigabytes from left to right, hours from bottom to top. */
const SIZES = [0, 5] as const;
const HOURS = [-4, 3] as const;

const x = (gigabytes: number): number =>
  LEFT + ((Math.log10(gigabytes) - SIZES[0]) / (SIZES[1] - SIZES[0])) * (WIDTH - LEFT - RIGHT);
const y = (hours: number): number =>
  HEIGHT - BOTTOM - ((Math.log10(hours) - HOURS[0]) / (HOURS[1] - HOURS[0])) * (HEIGHT - TOP - BOTTOM);

/** Seconds that a cluster takes before its first task, as seen: the driver, the executors, the archive. */
const CLUSTER_START = 30;

/** Hours by amount of data, when processor time is the limit and divides among the cores. */
export function picture(): string {
  const [one, many] = WAYS as [Way, Way];
  const lines = [
    { name: '1 core: filter, one pattern', color: '#0b62a8', dash: '', seconds: one.alone, cores: 1, start: 0.2 },
    { name: '1 core: 10,000 patterns', color: '#0b62a8', dash: '6 4', seconds: many.alone, cores: 1, start: 1 },
    { name: '8 cores: 10,000 patterns', color: '#2e7d32', dash: '6 4', seconds: many.alone, cores: 8, start: 1 },
    { name: 'Spark, 100 cores: one', color: '#b3470d', dash: '', seconds: one.cpu, cores: 100, start: CLUSTER_START },
    {
      name: 'Spark, 100 cores: 10,000',
      color: '#b3470d',
      dash: '6 4',
      seconds: many.cpu,
      cores: 100,
      start: CLUSTER_START,
    },
  ];
  const out = [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="sans-serif" font-size="12">`,
    '<title>Time by amount of events, for one machine and for a cluster</title>',
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="#fff"/>`,
    `<text x="${LEFT}" y="20" font-weight="bold">Time, where processor time is the limit (computed from the table)</text>`,
  ];
  for (let power = SIZES[0]; power <= SIZES[1]; power++) {
    const at = x(10 ** power).toFixed(1);
    const label = power < 3 ? `${10 ** power} GB` : `${10 ** (power - 3)} TB`;
    out.push(`<path d="M${at} ${TOP}V${HEIGHT - BOTTOM}" stroke="#ddd"/>`);
    out.push(`<text x="${at}" y="${HEIGHT - BOTTOM + 18}" text-anchor="middle">${label}</text>`);
  }
  for (const [hours, label] of [
    [1 / 3600, '1 s'],
    [1 / 60, '1 min'],
    [1, '1 h'],
    [24, '1 day'],
    [720, '30 days'],
  ] as const) {
    const at = y(hours).toFixed(1);
    out.push(`<path d="M${LEFT} ${at}H${WIDTH - RIGHT}" stroke="#ddd"/>`);
    out.push(`<text x="${LEFT - 8}" y="${(Number(at) + 4).toFixed(1)}" text-anchor="end">${label}</text>`);
  }
  for (const { name, color, dash, seconds, cores, start } of lines) {
    const points = [];
    let last = 0;
    for (let power = SIZES[0]; power <= SIZES[1] + 1e-9; power += 0.25) {
      last = (start + (seconds * 10 ** power) / one.gigabytes / cores) / 3600;
      points.push(`${x(10 ** power).toFixed(1)} ${y(last).toFixed(1)}`);
    }
    out.push(
      `<path d="M${points.join('L')}" fill="none" stroke="${color}" stroke-width="2"${dash === '' ? '' : ` stroke-dasharray="${dash}"`}/>`,
    );
    out.push(
      `<text x="${WIDTH - RIGHT + 8}" y="${(y(last) + (cores === 100 && dash === '' ? 11 : 2)).toFixed(1)}" fill="${color}">${name}</text>`,
    );
  }
  out.push(
    `<text x="${LEFT}" y="${HEIGHT - 10}">Events as NDJSON. Not in it: the bandwidth of disks and networks, which is the reason to go where the data is.</text>`,
    '</svg>',
  );
  return out.join('\n');
}
