import { describe, expect, test } from 'vitest';
import { lines, run, type World } from '../run-main.ts';

const files = {
  'p/uploads.json': '{"type":["oss:ObjectCreated:PutObject"]}',
  'p/images.json': '{"subject":[{"suffix":".jpg"}]}',
  'p/removals.json': '{"type":["oss:ObjectRemoved:DeleteObject"]}',
};

function overlap(flags: readonly string[] = [], world: World = {}) {
  return run(['overlap', 'p', ...flags], { files, ...world });
}

test('lists the pairs that one event matches, and exits with 1', async () => {
  const { code, out, err } = await overlap();
  expect({ code, err }).toEqual({ code: 1, err: '' });
  expect(out).toMatchInlineSnapshot(`
    "images overlaps with 2 others
    ✗ images and removals: partial: each matches events that the other does not
        {"specversion": "1.0", "id": "1", "source": "example", "type":
        "oss:ObjectRemoved:DeleteObject", "subject": ".jpg"}
    ✗ images and uploads: partial: each matches events that the other does not
        {"specversion": "1.0", "id": "1", "source": "example", "type":
        "oss:ObjectCreated:PutObject", "subject": ".jpg"}

    3 patterns: 2 pairs overlap
    "
  `);
});

test('shows events that both patterns match', async () => {
  const { out } = await overlap(['--arrays', '--format', 'json']);
  const { pairs, total, arrays } = JSON.parse(out);
  expect({ total, arrays }).toEqual({ total: 3, arrays: true });
  for (const { ids, witness } of pairs as { ids: string[]; witness: string }[]) {
    for (const id of ids) {
      const { code } = await run(['match', `p/${id}.json`, '-'], { files, stdin: witness });
      expect([id, witness, code]).toEqual([id, witness, 0]);
    }
  }
});

describe('allowed pairs', () => {
  test.each<[string, string[], number, string]>([
    ['all of them', ['images,uploads', 'removals,images'], 0, '3 patterns: 2 pairs overlap, as allowed'],
    ['one of them', ['images,uploads'], 1, '3 patterns: 2 pairs overlap, 1 of them as allowed'],
    ['one that does not overlap', ['uploads,removals'], 1, '! --allow uploads,removals: these two do not overlap'],
    ['one that names no pattern', ['image,uploads'], 1, 'there is no pattern `image`; did you mean `images`?'],
    ['one that was there once', ['images,gone'], 1, '! --allow images,gone: there is no pattern `gone`'],
  ])('%s', async (_, allow, code, said) => {
    const got = await overlap(allow.flatMap((pair) => ['--allow', pair]));
    expect({ code: got.code, err: got.err }).toEqual({ code, err: '' });
    expect(got.out).toContain(said);
  });

  test('are listed in JSON', async () => {
    const { out } = await overlap([
      ...['images,uploads', 'uploads,removals', 'a,b'].flatMap((p) => ['--allow', p]),
      '--format',
      'json',
    ]);
    expect(JSON.parse(out)).toMatchObject({
      version: 1,
      command: 'overlap',
      patterns: 3,
      total: 1,
      complete: true,
      allowed: [
        { pair: 'images,uploads', outcome: 'overlap' },
        { pair: 'uploads,removals', outcome: 'no overlap' },
        { pair: 'a,b', outcome: 'no such pattern' },
      ],
      errors: [],
    });
  });

  test('may have commas in their ids', async () => {
    const named = { 'p/a,b.json': '{}', 'p/c.json': '{}' };
    expect((await overlap(['--allow', 'c,a,b'], { files: named })).code).toBe(0);
  });

  test.each([
    ['--allow images', '`--allow images` names no pair: write two ids with a comma between them'],
    ['--allow images,images', '`--allow images,images` names one pattern twice'],
    ['--limit 0', 'it is a whole number from 1 on'],
  ])('%s is a usage error', async (flags, message) => {
    const { code, out, err } = await overlap(flags.split(' '));
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(message);
  });
});

test('the first of many pairs are listed, and all are counted', async () => {
  const many = Object.fromEntries(Array.from({ length: 12 }, (_, i) => [`p/${i}.json`, '{}']));
  const human = lines((await overlap([], { files: many })).out);
  expect(human.filter((line) => line.startsWith('✗'))).toHaveLength(20);
  expect(human).toContain('… and 46 more');
  expect(human.at(-1)).toBe('12 patterns: 66 pairs overlap');
  const limited = JSON.parse((await overlap(['--limit', '3', '--format', 'json'], { files: many })).out);
  expect([limited.pairs.length, limited.total]).toEqual([3, 66]);
});

test.each([
  ['one pattern', { 'p/a.json': '{}' }, 0, '1 pattern: there is no other for it to overlap with\n'],
  [
    'patterns that nothing matches twice',
    { 'p/a.json': '{"source":["a"]}', 'p/b.json': '{"source":["b"]}' },
    0,
    '2 patterns: no event with single values matches two of them\n',
  ],
])('%s', async (_, patterns, code, out) => {
  expect(await overlap([], { files: patterns as Record<string, string> })).toEqual({ code, out, err: '' });
});

test('an undecided pair exits with 2', async () => {
  const letters = [...'abcdefghijklmn'];
  const part = (name: string, condition: (c: string) => object): string =>
    JSON.stringify({ [name]: letters.map(condition) });
  const hard = {
    'p/a.json': part('source', (c) => ({ contains: `w${c}z`, suffix: `u${c}` })),
    'p/b.json': part('source', (c) => ({ contains: `v${c}z`, suffix: `${c}y` })),
  };
  const { code, out } = await overlap([], { files: hard });
  expect(code).toBe(2);
  expect(out).toContain('? a and b: it is not known');
  expect(lines(out).at(-1)).toBe('2 patterns: no pair is known to overlap, 1 pair not decided');
});

test('addresses of a document are ids', async () => {
  const document = JSON.stringify({ a: { FilterPattern: '{}' }, b: { FilterPattern: '{}' } });
  const { code, out } = await run(['overlap', 'd.json'], { files: { 'd.json': document } });
  expect(code).toBe(1);
  expect(lines(out)[0]).toContain('✗ d#/a/FilterPattern and d#/b/FilterPattern: ');
});

test('an invalid pattern exits with 2', async () => {
  const { code, out, err } = await overlap([], { files: { ...files, 'p/bad.json': '{"source":[{"prefx":"a"}]}' } });
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toContain('p/bad.json: the pattern is not valid');
});

describe('the relation of two patterns', () => {
  const A = '{"source":["a","b"]}';
  test.each([
    ['equal', undefined, A, '{"source":["b","a"]}'],
    ['contained', 'y', A, '{"source":["a"]}'],
    ['contained', 'x', A, '{"source":[{"anything-but":["z"]}]}'],
    ['partial', undefined, A, '{"source":["b","c"]}'],
    ['partial', undefined, A, '{"type":["t"]}'],
    ['contained', 'x', A, '{}'],
  ])('is shown: %s', async (relation, inner, x, y) => {
    const world = { files: { 'p/x.json': x, 'p/y.json': y } };
    const [pair] = JSON.parse((await overlap(['--format', 'json'], world)).out).pairs;
    expect([pair.relation, pair.inner]).toEqual([relation, inner]);
    expect(lines((await overlap([], world)).out)[0]).toContain(`✗ x and y: ${relation}: `);
    const arrow = { equal: 'both', contained: 'forward', partial: 'none' }[relation];
    const [from, to] = inner === 'y' ? ['y', 'x'] : ['x', 'y'];
    expect((await overlap(['--format', 'dot'], world)).out).toBe(
      `digraph overlaps {\n  "x";\n  "y";\n  "${from}" -> "${to}" [dir=${arrow}, label="${relation}"];\n}\n`,
    );
  });

  test('is on a page without scripts', async () => {
    const { out } = await overlap(['--format', 'html'], {
      files: { 'p/<b>.json': '{"source":["<script>"]}', 'p/y.json': '{"source":["<script>","b"]}' },
    });
    expect(out).toContain('<h2>&#60;b&#62;</h2>');
    expect(out).not.toMatch(/<script|<b>/);
    expect(out).toContain('2 patterns: 1 pair overlaps');
  });

  test('is shown once for one pattern and many others', async () => {
    const { out } = await overlap([], {
      files: {
        'p/a.json': '{"source":["a"]}',
        'p/all.json': '{}',
        'p/b.json': '{"source":["b"]}',
        'p/c.json': '{"source":["c"]}',
      },
    });
    expect(lines(out)[0]).toBe('all overlaps with 3 others');
    expect(out.match(/^✗ all and [abc]: contained: what [abc] matches, all matches too$/gm)).toHaveLength(3);
  });
});
