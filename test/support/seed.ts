import fc from 'fast-check';

/**
 * Generated cases are the same in every run, so that a failure is due to a change and not to chance. `EB_PATTERN_SEED=7 npm test` tries
 * others, and `npm run fuzz` draws a new seed unless one is given.
 */
fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(process.env.EB_PATTERN_SEED ?? 2026) });
