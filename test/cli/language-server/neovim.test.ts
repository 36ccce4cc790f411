/** A real Neovim, without a screen. Skipped with one line where it is missing, required where EB_PATTERN_NEOVIM=1. */
import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { folderWith } from '../run-main.ts';

const BIN = fileURLToPath(new URL('../../../dist/cli/bin.js', import.meta.url));
const has = spawnSync('nvim', ['--version']).status === 0;
if (!has) {
  const message = 'the tests of Neovim need `nvim` (apt-get install neovim)';
  if (process.env.EB_PATTERN_NEOVIM === '1') throw new Error(message);
  console.log(`skipped: ${message}`);
}

const lua = (text: string): string => JSON.stringify(text);

/** The older way to start a server, which newer versions have, too. Writes what it saw as JSON. */
const script = (folder: string): string => `
local seen = {}
local function wait(what, get)
  local found
  if not vim.wait(20000, function() found = get() return found ~= nil end, 20) then error('no ' .. what) end
  return found
end
vim.cmd('edit ' .. ${lua(join(folder, 'a.pattern.json'))})
local buffer = vim.api.nvim_get_current_buf()
local id = vim.lsp.start_client({
  name = 'eb-pattern',
  cmd = { ${lua(process.execPath)}, ${lua(BIN)}, 'lsp', '--stdio' },
  root_dir = ${lua(folder)},
})
vim.lsp.buf_attach_client(buffer, id)
local function diagnostics(count)
  return function()
    local found = vim.diagnostic.get(buffer)
    return #found == count and found or nil
  end
end
local function ask(method, params)
  params = params or {}
  params.textDocument = vim.lsp.util.make_text_document_params(buffer)
  return wait(method, function()
    local answers = vim.lsp.buf_request_sync(buffer, method, params, 10000)
    return answers and answers[id] and answers[id].result or nil
  end)
end
seen.diagnostics = {}
for i, one in ipairs(wait('diagnostics', diagnostics(2))) do
  seen.diagnostics[i] = { one.lnum + 1, one.col + 1, one.code }
end
local at = { line = 0, character = 12 }
local actions = ask('textDocument/codeAction', { range = { start = at, ['end'] = at }, context = { diagnostics = {} } })
seen.action = actions[1].title
local encoding = vim.lsp.get_client_by_id(id).offset_encoding or 'utf-16'
vim.lsp.util.apply_workspace_edit(actions[1].edit, encoding)
wait('fewer diagnostics', diagnostics(1))
seen.text = table.concat(vim.api.nvim_buf_get_lines(buffer, 0, -1, false), '\\n')
seen.lenses = {}
for i, lens in ipairs(ask('textDocument/codeLens')) do seen.lenses[i] = lens.command.title end
seen.hover = ask('textDocument/hover', { position = { line = 0, character = 4 } }).contents.value
vim.fn.writefile({ vim.json.encode(seen) }, ${lua(join(folder, 'seen.json'))})
`;

describe.skipIf(!has)('Neovim', () => {
  it('shows findings, applies a fix, and has lenses and hover', () => {
    const folder = folderWith({
      'a.pattern.json': '{"source": "😀", "data": {"n": ["x", "x"]}}\n',
      'events/1.json': '{"specversion":"1.0","id":"1","source":"😀","type":"t","data":{"n":"x"}}',
      'events/2.json': '{"specversion":"1.0","id":"1","source":"b","type":"t","data":{"n":"x"}}',
    });
    writeFileSync(join(folder, 'script.lua'), script(folder));
    const args = ['--headless', '--clean', '-c', `luafile ${join(folder, 'script.lua')}`, '-c', 'qa!'];
    execFileSync('nvim', args, { stdio: 'pipe', timeout: 50_000, env: { ...process.env, XDG_STATE_HOME: folder } });
    const seen = JSON.parse(readFileSync(join(folder, 'seen.json'), 'utf8'));
    // Columns of Neovim count bytes.
    expect(seen).toEqual({
      diagnostics: [
        [1, 12, 'attribute-not-array'],
        [1, 40, 'duplicate-condition'],
      ],
      action: 'write ["😀"]',
      text: '{"source": ["😀"], "data": {"n": ["x", "x"]}}',
      lenses: ['1 of 2 events match', 'open in the playground', 'add a test'],
      hover: expect.stringContaining('😀'),
    });
  });
});
