import { describe, expect, it } from 'vitest';
import { entries, loadedBy, measure } from '../../scripts/sizes.ts';

describe.each(entries)('$name', (entry) => {
  it('stays within its budget', async () => {
    const size = await measure(entry);
    for (const of of ['minified', 'gzip', 'brotli'] as const) {
      expect(size[of], `bytes, ${of} (all of them: npm run sizes)`).toBeLessThanOrEqual(entry.budget[of]);
      // A budget far above the size would not protect it.
      expect(size[of], `bytes, ${of}: lower the budget`).toBeGreaterThan(entry.budget[of] * 0.8);
    }
  });
});

const named = (name: string) => entries.find((entry) => entry.name === name)!;

describe('the files that are loaded', () => {
  it('by the matcher alone are those of the matcher', async () => {
    const loaded = await loadedBy(named('the way of the matcher'));
    expect(loaded).toContain('src/pattern/matcher.ts');
    expect(loaded).toContain('src/pattern/scan/scan.ts');
    expect(loaded.filter((file) => /^src\/pattern\/(analysis\/|set\/|schema|cross-check|format)/.test(file))).toEqual(
      [],
    );
    // Operators make value sets by functions that are passed to them.
    expect(loaded.filter((file) => /^src\/pattern\/value\/(strings|value-set|number-set|algebra)/.test(file))).toEqual(
      [],
    );
    expect(loaded.filter((file) => file.startsWith('node_modules/'))).toEqual(['node_modules/ipaddr.js/lib/ipaddr.js']);
  });

  it('by the core use nothing of Node', async () => {
    const loaded = await loadedBy(named('the whole core'));
    expect(loaded.filter((file) => !/^(src\/|node_modules\/ipaddr\.js\/)/.test(file))).toEqual([]);
  });

  it('by the editor use nothing of Node', async () => {
    const loaded = await loadedBy(named('eb-pattern/editor'));
    expect(loaded).toContain('src/pattern/partial.ts');
    expect(loaded.filter((file) => !/^(src\/|node_modules\/ipaddr\.js\/)/.test(file))).toEqual([]);
  });

  it('by `--version` include no command, no core and no package', async () => {
    const loaded = await loadedBy(named('eb-pattern --version'));
    // The modules that print the errors of the process escape them, too.
    const own = ['src/cli/bin.ts', 'src/cli/terminal/log-text.ts', 'src/cli/terminal/version.ts'];
    expect(loaded).toEqual(['node:fs', ...own]);
  });
});
