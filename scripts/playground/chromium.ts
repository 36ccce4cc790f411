/** Where Chromium is on this machine, and how it is started for tests, measurements and pictures. */
import { existsSync } from 'node:fs';

/** `.ci/run` has the same names. */
const PATHS = [
  process.env.EB_PATTERN_CHROMIUM ?? '',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
];

/** Undefined where there is none. */
export const chromiumPath = PATHS.find((one) => one !== '' && existsSync(one));

/** Of Debian's Chromium on a machine that may run tests as root and has no way out. */
export const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
