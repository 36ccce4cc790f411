/** `npm run bench [-- NAME…]`: runs the questions of this folder, all or those named, and prints their tables. */
const questions: Readonly<Record<string, () => Promise<string>>> = {
  analysis: async () => (await import('./analysis.ts')).analysis(),
  'one-pattern': async () => (await import('./one-pattern.ts')).onePattern(),
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !Object.hasOwn(questions, name));
if (unknown.length > 0) {
  console.error(
    `bench: there is no question ${unknown.join(', ')}; the questions are ${Object.keys(questions).join(', ')}`,
  );
  process.exitCode = 2;
} else {
  for (const [name, ask] of Object.entries(questions)) {
    if (asked.length === 0 || asked.includes(name)) console.log(await ask());
  }
}
