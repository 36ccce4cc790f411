/** One program for all places where the package runs: matches 200 KB of events, and returns every outcome. */
export const OUTCOMES = `(({ compilePattern, PatternSet }) => {
  const pattern = { source: ['a'], data: { n: [{ numeric: ['>', 5] }], 'name é': [{ prefix: 'x' }] } };
  const matcher = compilePattern(pattern);
  const set = PatternSet.from([['one', pattern], ['two', { data: { n: [7] } }]]);
  const readers = [(...given) => matcher.matchesJson(...given), (...given) => set.matchesJson(...given).join()];
  const outcomes = [];
  for (let i = 0; i < 300; i++) {
    const pad = ['"', i / 7, null, 'é'.repeat(300)];
    const text = JSON.stringify({ source: 'a', pad, data: { n: i % 9, 'name é': 'xyz' } });
    const event = i % 50 === 3 ? text.slice(0, i) : i % 50 === 4 ? text.replace('null', 'nulx') : text;
    for (const read of readers) {
      for (const options of [{}, { wellFormed: true }]) {
        for (const form of [event, new TextEncoder().encode(event)]) {
          try {
            outcomes.push(String(read(form, options)));
          } catch (error) {
            outcomes.push(String(error));
          }
        }
      }
    }
  }
  return outcomes;
})`;

/** Counts the modules that are compiled, in \`compiled\`; refuses them with \`refuses\`. */
export const COUNTER = `
  globalThis.compiled = 0;
  if (globalThis.WebAssembly !== undefined) {
    const { Module } = WebAssembly;
    WebAssembly.Module = class extends Module {
      constructor(bytes) {
        if (globalThis.refuses) throw new WebAssembly.CompileError('refused');
        super(bytes);
        compiled++;
      }
    };
  }
`;
