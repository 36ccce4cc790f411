/** Every regular expression of the source is linear in its text: by the analysis of recheck, and on 400 kB of each character in it. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { check } from 'recheck';
import { expect, it } from 'vitest';
import { collect } from './collect.ts';
import { MADE, SLOW } from './made.ts';

const { version } = createRequire(import.meta.url)('recheck/package.json') as { version: string };

const found = collect(fileURLToPath(new URL('../..', import.meta.url)));
const expressions = new Map(
  found.flatMap(({ expression, file, line }) =>
    expression === undefined ? [] : [[`/${expression.source}/${expression.flags}`, { ...expression, file, line }]],
  ),
);

it('finds the regular expressions of the source', () => {
  expect(expressions.size).toBeGreaterThan(100);
});

it('lists the parts of expressions that are made at run time', () => {
  const made = found.filter(({ expression, code }) => expression === undefined && !code.includes('flatMap(spellings)'));
  expect(made.filter(({ code }) => MADE[code] === undefined)).toEqual([]);
});

/** Verdicts of earlier runs on this machine: a verdict depends on the expression and on the version of recheck alone. */
const CACHE = fileURLToPath(new URL(`../../node_modules/.cache/recheck-${version}.json`, import.meta.url));
const judged = new Set<string>(existsSync(CACHE) ? JSON.parse(readFileSync(CACHE, 'utf8')) : []);

it('contains no expression that recheck finds slow', async () => {
  const slow: string[] = [];
  const safe: string[] = [];
  for (const [key, { source, flags, file, line }] of expressions) {
    if (process.env.REGEXPS !== 'all' && (SLOW[key] !== undefined || judged.has(key))) {
      if (SLOW[key] === undefined) safe.push(key);
      continue;
    }
    // One process analyses all of them; the synchronous form would start one for each. In sequence, since the limit counts from the call.
    const { status } = await check(source, flags, { timeout: 20_000 });
    if (status === 'safe') safe.push(key);
    else slow.push(`${file}:${line} ${key}: ${status}`);
  }
  mkdirSync(dirname(CACHE), { recursive: true });
  writeFileSync(CACHE, JSON.stringify(safe));
  expect(slow).toEqual([]);
});

it('matches 400 kB of each character of an expression', () => {
  const code = `
    let input = '';
    process.stdin.on('data', (chunk) => { input += chunk; }).on('end', () => {
      const texts = new Map();
      const textOf = (character) => {
        const text = texts.get(character) ?? Buffer.from(character.repeat(400_000) + '\\0').toString();
        texts.set(character, text);
        return text;
      };
      for (const { source, flags, characters } of JSON.parse(input)) {
        for (const character of characters) {
          const text = textOf(character);
          const expression = new RegExp(source, flags);
          if (flags.includes('g')) text.replace(expression, '');
          else expression.exec(text);
        }
      }
      console.log('done');
    });`;
  const input = JSON.stringify(
    [...expressions.values()].map(({ source, flags }) => ({ source, flags, characters: charactersOf(source) })),
  );
  // The limit ends an expression that is quadratic: 10^11 steps take minutes.
  const { stdout } = spawnSync(process.execPath, ['-e', code], { input, timeout: 50_000, encoding: 'utf8' });
  expect(stdout.trim()).toBe('done');
});

/** The characters in the expression, and one of each class. */
function charactersOf(source: string): readonly string[] {
  const named = source.replace(/\\./g, '').match(/[^\w\s]/g) ?? [];
  return [...new Set([' ', '\n', 'a', '0', '.', ...named])];
}
