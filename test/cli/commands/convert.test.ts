/** `convert`: a pattern for another cloud, or what cannot be said there. */
import { describe, expect, it } from 'vitest';
import { run } from '../run-main.ts';

const files = {
  'p.json': '{"type":["a"],"data":{"n":[{"prefix":"x"}]}}',
  'q.json': '{"specversion":["1.0"],"data":{"n":[300.0]}}',
  'broken.json': '{"data":{"n":[{"prefx":"x"}]}}',
  'rule.json': '{"Name":"n","EventPattern":"{\\"detail-type\\":[\\"a\\"]}"}',
};

describe('convert', () => {
  it('prints the pattern', async () => {
    const { code, out } = await run(['convert', 'p.json', '--to', 'aws'], { files });
    expect({ code, out }).toEqual({ code: 0, out: '{"detail-type":["a"],"detail":{"n":[{"prefix":"x"}]}}\n' });
  });

  it('reads a pattern in a document, in the language of the document', async () => {
    const { code, out } = await run(['convert', 'rule.json', '--to', 'aliyun'], { files });
    expect({ code, out }).toEqual({ code: 0, out: '{"type":["a"]}\n' });
    const same = await run(['convert', 'rule.json', '--to', 'aws'], { files });
    expect(same.code).toBe(2);
    expect(same.err).toContain('is a pattern of aws already; give `--to aliyun`');
  });

  it('names all that cannot be said, and exits with 1', async () => {
    const { code, out } = await run(['convert', 'q.json', '--to', 'aws'], { files, columns: 400 });
    expect(code).toBe(1);
    expect(out.trimEnd().split('\n')).toEqual([
      '✗ q.json: /specversion: events of Amazon have no counterpart of `specversion`',
      '✗ q.json: /data/n/0: Alibaba Cloud compares the text of `300.0`, and Amazon its value: `300` would match, too',
    ]);
  });

  it('prints a pattern for each alternative, as a file that other commands read', async () => {
    const or = { 'or.json': '{"$or":[{"source":["a"]},{"id":["b"]}]}' };
    const { code, out, err } = await run(['convert', 'or.json', '--to', 'aliyun'], { files: or });
    expect({ code, out }).toEqual({ code: 0, out: '{"source":["a"]}\n---\n{"id":["b"]}\n' });
    expect(err).toContain('became 2 patterns');
    const { several, unsaid } = JSON.parse(
      (await run(['convert', 'or.json', '--to', 'aliyun', '-f', 'json'], { files: or })).out,
    );
    expect({ several, unsaid }).toEqual({ several: ['{"source":["a"]}', '{"id":["b"]}'], unsaid: [] });
    const checked = await run(['check', 'both.yaml'], { files: { 'both.yaml': out } });
    expect(checked.out).toContain('✓ both.yaml#2: valid');
  });

  it('answers in JSON', async () => {
    const yes = await run(['convert', 'p.json', '--to', 'aws', '-f', 'json'], { files });
    expect(JSON.parse(yes.out)).toEqual({
      version: 1,
      command: 'convert',
      pattern: 'p.json',
      from: 'aliyun',
      to: 'aws',
      converted: '{"detail-type":["a"],"detail":{"n":[{"prefix":"x"}]}}',
      unsaid: [],
      errors: [],
    });
    const no = await run(['convert', 'q.json', '--to', 'aws', '-f', 'json'], { files });
    expect(no.code).toBe(1);
    const answer = JSON.parse(no.out);
    expect('converted' in answer).toBe(false);
    expect(answer.unsaid.map(({ pointer }: { pointer: string }) => pointer)).toEqual(['/specversion', '/data/n/0']);
  });

  it('names the rules by which the two verdicts differ, beside the pattern', async () => {
    const { code, out, err } = await run(['convert', 'p.json', '--to', 'aws', '--differences'], {
      files,
      columns: 400,
    });
    expect({ code, out }).toEqual({ code: 0, out: '{"detail-type":["a"],"detail":{"n":[{"prefix":"x"}]}}\n' });
    expect(err).toContain('the verdicts differ for content with objects or lists in a list');
    expect(err).toMatch(/^ {2}does not match: \{.*"n":\[\["x.*\n {2}matches: \{.*"detail":/m);
    const json = await run(['convert', 'p.json', '--to', 'aws', '--differences', '-f', 'json'], { files });
    expect(JSON.parse(json.out)).toMatchObject({
      differences: [{ rule: 'arrays', pointers: ['/data/n'], matchesIn: 'aws' }],
      undecided: [],
    });
    const same = await run(['convert', 'rule.json', '--to', 'aliyun', '--differences'], { files });
    expect(same.err).toBe('both match the same events\n');
    const unsaid = await run(['convert', 'q.json', '--to', 'aws', '--differences', '-f', 'json'], { files });
    expect('differences' in JSON.parse(unsaid.out)).toBe(false);
  });

  it('refuses an invalid pattern, and a language that there is not', async () => {
    expect((await run(['convert', 'broken.json', '--to', 'aws'], { files })).code).toBe(2);
    expect((await run(['convert', 'p.json', '--to', 'rocketmq'], { files })).code).toBe(2);
    expect((await run(['convert', 'p.json'], { files })).code).toBe(2);
  });
});
