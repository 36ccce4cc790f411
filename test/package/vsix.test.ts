/** The extension of VS Code that `npm run vsix` packs. */
import { execFileSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { LANGUAGES, serverOf } from '../../editors/vscode/server.ts';
import { packExtension } from '../../scripts/vsix.ts';
import { folderWith } from '../support/folders.ts';

const MOST_BYTES = 300 * 1024;

describe('the packed extension', () => {
  let file = '';
  let contents = '';
  beforeAll(async () => {
    const folder = folderWith({});
    file = await packExtension(folder);
    contents = join(folder, 'extension');
  });
  const manifest = () => JSON.parse(readFileSync(join(contents, 'package.json'), 'utf8'));

  it('contains the program, the schemas and the licences alone, and no map', () => {
    // Central directory entries of a zip have the length of their name at 28, and the name at 46.
    const zip = readFileSync(file);
    const names: string[] = [];
    for (let at = zip.indexOf('PK\u0001\u0002'); at >= 0; at = zip.indexOf('PK\u0001\u0002', at + 46)) {
      names.push(zip.toString('utf8', at + 46, at + 46 + zip.readUInt16LE(at + 28)));
    }
    const own = names.filter((name) => name.startsWith('extension/')).map((name) => name.slice('extension/'.length));
    expect(own.sort()).toEqual([
      'LICENSE.txt',
      'extension.js',
      'licences.txt',
      'package.json',
      'readme.md',
      'schemas/config.json',
      'schemas/pattern.json',
      'schemas/suite.json',
    ]);
    expect(readFileSync(join(contents, 'extension.js'), 'utf8')).not.toContain('sourceMappingURL');
  });

  it('has at most 300 KB', () => {
    expect(statSync(file).size).toBeLessThanOrEqual(MOST_BYTES);
  });

  it('has the version of the package, and a schema for each association', () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
    const { contributes, main, activationEvents, ...rest } = manifest();
    expect(rest.version).toBe(version);
    expect(readFileSync(join(contents, main), 'utf8')).not.toBe('');
    expect(activationEvents).toEqual(LANGUAGES.map((language) => `onLanguage:${language}`));
    for (const { url } of [...contributes.jsonValidation, ...contributes.yamlValidation]) {
      expect(JSON.parse(readFileSync(join(contents, url), 'utf8'))).toHaveProperty('$schema');
    }
  });

  it('loads with a stand-in for the editor, which is not on this machine, and has the functions that it calls', () => {
    const script = `
      const Module = require('node:module');
      const load = Module._load;
      const api = new Proxy({ version: '1.91.0' }, { get: (own, name) => own[name] ?? class {} });
      Module._load = (name, ...rest) => (name === 'vscode' ? api : load(name, ...rest));
      const { activate, deactivate } = require(${JSON.stringify(join(contents, 'extension.js'))});
      console.log(typeof activate, typeof deactivate);
    `;
    expect(execFileSync(process.execPath, ['-e', script], { encoding: 'utf8' })).toBe('function function\n');
  });
});

describe('the server that the extension starts', () => {
  const installed = ['/a/bin.js', '/b/bin.js'];

  it('is that of the first folder that has one', () => {
    expect(serverOf(installed, '/set.js', (one) => one === '/b/bin.js')).toMatchObject({ module: '/b/bin.js' });
  });

  it('else the one of the setting', () => {
    expect(serverOf(installed, '/set.js', () => false)).toMatchObject({ module: '/set.js' });
  });

  it('else that of the registry', () => {
    const args = ['--yes', 'eb-pattern', 'lsp', '--stdio'];
    expect(serverOf(installed, '', () => false)).toMatchObject({ args });
  });
});
