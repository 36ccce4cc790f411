/** `eb-pattern playground`: the server, the address, and the written folder. */
import { readdirSync, readFileSync } from 'node:fs';
import { request } from 'node:http';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { unpack } from '../../../src/playground/state/fragment.ts';
import { POLICY } from '../../../src/playground/state/policy.ts';
import { folderWith, lines, run, type World } from '../run-main.ts';

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

function ask(url: URL, path = '/', { method = 'GET', host = url.host } = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port: url.port, path, method, headers: { host } }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(chunks).toString(),
        }),
      );
    });
    sent.on('error', reject);
    sent.end();
  });
}

/** Runs the command until `visit` ends. */
async function served<T>(argv: readonly string[], visit: (url: URL) => Promise<T>, world: World = {}) {
  const controller = new AbortController();
  let seen: Promise<T> | undefined;
  const onOut = (text: string): void => {
    const [, url] = /(http:\S+)/.exec(text) ?? [];
    if (url === undefined) return;
    seen = visit(new URL(url)).finally(() => controller.abort());
  };
  const outcome = await run(['playground', '--no-open', ...argv], { ...world, signal: controller.signal, onOut });
  return { outcome, visited: await (seen as Promise<T>) };
}

describe('the server', () => {
  it('serves the built files for GET and HEAD, with the policy of the page', async () => {
    const { outcome, visited } = await served([], async (url) => ({
      url,
      index: await ask(url),
      head: await ask(url, '/playground.js', { method: 'HEAD' }),
      script: await ask(url, '/playground.js?again'),
    }));
    expect(outcome.code).toBe(130);
    expect(visited.url.hostname).toBe('127.0.0.1');
    expect(visited.url.hash).toBe('');
    expect(visited.index).toMatchObject({ status: 200, headers: { 'content-type': 'text/html; charset=utf-8' } });
    expect(visited.index.headers['content-security-policy']).toContain(POLICY);
    expect(visited.index.body).toContain(`content="${POLICY}"`);
    expect(visited.head).toMatchObject({ status: 200, body: '' });
    expect(visited.head.headers['content-length']).toBe(String(Buffer.byteLength(visited.script.body)));
  });

  it('refuses other methods, other hosts and other paths', async () => {
    const { visited } = await served([], async (url) => {
      const answers = [
        await ask(url, '/', { method: 'POST' }),
        await ask(url, '/', { host: `evil.example:${url.port}` }),
        await ask(url, '/', { host: 'localhost:1' }),
        await ask(url, '/../index.js'),
        await ask(url, '/%2e%2e/index.js'),
        await ask(url, '//etc/passwd'),
        await ask(url, '/', { host: `localhost:${url.port}` }),
      ];
      return answers.map(({ status }) => status);
    });
    expect(visited).toEqual([405, 421, 421, 404, 404, 404, 200]);
  });

  it('reports a port in use', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    const { port } = other.address() as { port: number };
    const { code, out, err } = await run(['playground', '--no-open', '--port', String(port)]);
    other.close();
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toBe(`eb-pattern: port ${port} is taken by another program; leave \`--port\` out for a free one\n`);
  });
});

describe('the address', () => {
  const files = {
    'p.json': '{"source": ["a"]}',
    'e.json': '{"source": "a"}',
    'y.yaml': 'id: 3\ndata: {n: 1.0}\n',
    'many.ndjson': '{"id": 1}\n{"id": 2}\n',
    'broken.json': '{"source": ["a"}',
  };
  const fragment = (argv: readonly string[]) => served(argv, async (url) => unpack(url.hash), { files });

  it('contains the given files in its fragment', async () => {
    const { visited } = await fragment([
      'p.json',
      'e.json',
      'many.ndjson',
      'y.yaml',
      '--dialect',
      'rocketmq',
      '--extension',
      'x',
    ]);
    expect(visited).toEqual({
      pattern: '{\n  "source": ["a"]\n}\n',
      events: [
        { text: '{"source": "a"}', name: 'e.json' },
        { text: '{\n  "id": 1\n}\n', name: 'many.ndjson 1' },
        { text: '{\n  "id": 2\n}\n', name: 'many.ndjson 2' },
        { text: '{\n  "id": 3,\n  "data": {\n    "n": 1.0\n  }\n}\n', name: 'y.yaml' },
      ],
      dialect: 'rocketmq',
      extensions: ['x'],
    });
  });

  it('contains a pattern that is no JSON unchanged', async () => {
    const { visited } = await fragment(['broken.json']);
    expect(visited?.pattern).toBe(files['broken.json']);
  });

  it.each([
    ['a file that is missing', ['nope.json']],
    ['an event that is missing', ['p.json', 'nope.json']],
    ['an invalid port', ['--port', '0']],
    ['two places at once', ['--port', '4000', '--out', 'd']],
  ])('is refused for %s', async (_, argv) => {
    const { code, out, err } = await run(['playground', '--no-open', ...argv], { files });
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(lines(err)).toHaveLength(1);
  });
});

describe('--out', () => {
  it('writes the folder, and the address for the given files', async () => {
    const cwd = folderWith({ 'p.json': '{"source": ["a"]}' });
    const { code, out } = await run(['playground', 'p.json', '--out', 'site'], { cwd });
    expect(code).toBe(0);
    expect(readdirSync(join(cwd, 'site')).sort()).toEqual([
      'icon.svg',
      'index.html',
      'later.js',
      'licences.txt',
      'playground.css',
      'playground.js',
    ]);
    const [wrote, url] = lines(out);
    expect(wrote).toBe('wrote 6 files to site');
    expect(new URL(url ?? '').pathname).toBe(join(cwd, 'site', 'index.html'));
    expect((await unpack(new URL(url ?? '').hash))?.pattern).toBe('{\n  "source": ["a"]\n}\n');
    expect(readFileSync(join(cwd, 'site', 'index.html'), 'utf8')).toContain('playground.js');
  });

  it('reports a path that cannot be written', async () => {
    const { code, err } = await run(['playground', '--out', 'file'], { files: { file: '' } });
    expect(code).toBe(2);
    expect(lines(err)).toHaveLength(1);
  });
});
