/** Every package in the bundle of the page is named in its licences.txt, with the text of its licence. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { pieces } from '../../scripts/cli/bundle.ts';
import { packagesInCli } from '../../scripts/cli/licences.ts';
import { bundle } from '../../scripts/playground/build.ts';
import { ROOT } from '../docs/markdown.ts';

it('the licence notice names every package in the scripts of the page, and no other', async () => {
  const outputs = Object.values((await bundle()).metafile.outputs);
  const inputs = outputs.flatMap(({ inputs: all }) => Object.entries(all));
  const used = inputs.flatMap(([path, { bytesInOutput }]) => (bytesInOutput > 0 ? [path] : []));
  const folders = used.flatMap((path) => /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1] ?? []);
  const named = [...new Set(folders)].map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(`${ROOT}${folder}/package.json`, 'utf8'));
    expect(license, name).toMatch(/^(MIT|ISC|BSD-[23]-Clause|Apache-2\.0)$/);
    return `${name} ${version}`;
  });
  expect(named.length).toBeGreaterThan(8);
  const parts = readFileSync(`${ROOT}dist/playground/licences.txt`, 'utf8').split(`\n\n${'='.repeat(72)}\n\n`);
  expect(parts.map((part) => part.split('\n')[0]).sort()).toEqual([...named, 'eb-pattern'].sort());
  for (const part of parts) expect(part).toMatch(/permission|licen[cs]e/i);
  for (const part of parts) expect(part.length).toBeGreaterThan(500);
});

it('names every package that is bundled into the command line, with a licence that permits it', async () => {
  const packages = packagesInCli((await pieces()).metafile);
  expect(packages).toContain('web-tree-sitter');
  expect(packages).toContain('vscode-jsonrpc');
  expect(packages).toContain('commander');
  const text = readFileSync(`${ROOT}dist/cli/licences.txt`, 'utf8');
  for (const name of packages) {
    const { version, license } = JSON.parse(readFileSync(`${ROOT}node_modules/${name}/package.json`, 'utf8'));
    // All of several licences must permit it.
    for (const one of license.split(' AND ')) expect(one, name).toMatch(/^(MIT|ISC|BSD-[23]-Clause|Apache-2\.0)$/);
    expect(text).toContain(`${name} ${version}\n${license}\n`);
  }
});
