import { describe, expect, it } from 'vitest';
import {
  aliyun,
  compilePattern,
  type Dialect,
  type DialectName,
  isPattern,
  type Pattern,
  PatternError,
  parsePattern,
  printPattern,
  rocketmq,
} from '../../src/index.ts';

function parsed(text: string, dialect?: DialectName | Dialect): Pattern {
  const { pattern } = parsePattern(text, { dialect });
  if (pattern === undefined) throw new Error(`not accepted: ${text}`);
  return pattern;
}

function thrownBy(run: () => unknown): unknown {
  try {
    run();
  } catch (thrown) {
    return thrown;
  }
  throw new Error('nothing was thrown');
}

describe('compilePattern of a pattern with errors', () => {
  it('throws a PatternError with all findings', () => {
    const text = '{"source":[{"prefix":""}],"type":"a","other":["x"]}';
    const thrown = thrownBy(() => compilePattern(text));
    expect(thrown).toBeInstanceOf(PatternError);
    const { name, message, diagnostics, omitted } = thrown as PatternError;
    expect(name).toBe('PatternError');
    expect({ diagnostics, omitted }).toEqual(parsePattern(text));
    expect(message).toBe(
      'the pattern is not valid: the operand of `prefix` is empty at `/source/0/prefix` (and 1 more)',
    );
  });

  it('leaves the place out of the message when the error concerns the whole text', () => {
    expect(() => compilePattern('')).toThrow(/^the pattern is not valid: an empty text is not a pattern$/);
  });

  it('counts the errors that are not listed', () => {
    const thrown = thrownBy(() => compilePattern(`{"source":[${Array(150).fill('[]').join()}]}`));
    expect((thrown as PatternError).omitted.errors).toBe(50);
    expect((thrown as PatternError).message).toMatch(/\(and 149 more\)$/);
  });
});

describe('compilePattern of a parsed pattern', () => {
  it('compiles it unchanged, in the dialect in which it was read', () => {
    const pattern = parsed('{"source":["300"]}', 'rocketmq');
    expect(compilePattern(pattern).pattern).toBe(pattern);
    expect(compilePattern(pattern).matches({ source: 300 })).toBe(true);
    expect(compilePattern(pattern, { dialect: 'rocketmq' }).matches({ source: 300 })).toBe(true);
    expect(compilePattern(pattern, { dialect: rocketmq }).matches({ source: 300 })).toBe(true);
  });

  it('throws a TypeError when another dialect is given', () => {
    expect(() => compilePattern(parsed('{}', 'rocketmq'), { dialect: 'aliyun' })).toThrow(
      new TypeError('the pattern was read in the dialect `rocketmq`; read its text again for another one'),
    );
    expect(() => compilePattern(parsed('{}'), { dialect: { ...aliyun, name: 'mine' } })).toThrow(TypeError);
  });

  it('refuses an object that only looks like a parsed pattern', () => {
    const pattern = parsed('{"source":["a"]}');
    expect(isPattern(pattern)).toBe(true);
    expect(isPattern({ ...pattern })).toBe(false);
    expect(isPattern(null)).toBe(false);
    expect(isPattern('{}')).toBe(false);
    // The copy is read as a pattern object, and `dialect`, `extensions` and `fields` are no arrays of conditions.
    expect(() => compilePattern({ ...pattern } as never)).toThrow(PatternError);
  });

  it('keeps its dialect, its extensions and the places of its fields and conditions', () => {
    const text = '{"data":{"a/b":[1, {"prefix":"x"}]}}';
    const { pattern } = parsePattern(text, { extensions: ['mine'] });
    expect(pattern).toMatchObject({
      dialect: aliyun,
      extensions: ['mine'],
      fields: [
        {
          path: ['data', 'a/b'],
          pointer: '/data/a~1b',
          conditions: [{ pointer: '/data/a~1b/0' }, { pointer: '/data/a~1b/1' }],
        },
      ],
    });
    const [field] = pattern?.fields ?? [];
    expect(text.slice(field?.range?.start, field?.range?.end)).toBe('[1, {"prefix":"x"}]');
    const second = field?.conditions[1]?.range;
    expect(text.slice(second?.start, second?.end)).toBe('{"prefix":"x"}');
  });
});

describe('the option `dialect`', () => {
  it.each(['gcp', '', 'ALIYUN', 'constructor', '__proto__', 'toString'])('refuses the unknown name %j', (name) => {
    const error = new TypeError(`there is no dialect \`${name}\`; the dialects are aliyun, rocketmq, aws`);
    expect(() => parsePattern('{}', { dialect: name as DialectName })).toThrow(error);
    expect(() => compilePattern('{}', { dialect: name as DialectName })).toThrow(error);
  });

  it('refuses a value that is neither a string nor an object', () => {
    expect(() => parsePattern('{}', { dialect: null as unknown as DialectName })).toThrow(TypeError);
    expect(() => parsePattern('{}', { dialect: 5 as unknown as DialectName })).toThrow(TypeError);
  });

  it('is aliyun by default', () => {
    expect(parsed('{}').dialect).toBe(aliyun);
    expect(parsed('{}', 'rocketmq').dialect).toBe(rocketmq);
  });

  it('may be an object that the caller made', () => {
    const strict: Dialect = {
      ...aliyun,
      name: 'strict',
      rules: { ...aliyun.rules, 'unknown-keys': 'error', 'anything-but suffix': 'refused' },
    };
    expect(parsePattern('{"other":["a"]}', { dialect: strict }).pattern).toBeUndefined();
    expect(parsePattern('{"type":[{"anything-but":{"suffix":"a"}}]}', { dialect: strict }).diagnostics).toMatchObject([
      { code: 'anything-but-inner', message: '`anything-but` negates plain values or one of `prefix`, not `suffix`' },
    ]);
    expect(printPattern(parsed('{"source":["a"]}', strict))).toBe('{"source":["a"]}');
  });
});

describe('the option `extensions`', () => {
  it.each(['aliyun', 'rocketmq'] as const)('makes the declared names attributes under %s', (dialect) => {
    expect(parsePattern('{"traceid":["a"]}', { dialect, extensions: ['traceid'] }).diagnostics).toEqual([]);
    expect(parsePattern('{"traceid":["a"]}', { dialect }).diagnostics.map(({ code }) => code)).toEqual(['unknown-key']);
  });
});
