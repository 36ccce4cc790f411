/** Scans texts with the first engine that can. */
import type { Engine, Mode, Outcome } from './engine.ts';
import { javaScript } from './js/engine.ts';
import type { Paths } from './paths.ts';
import type { Text } from './text.ts';

/** The engine of the current scan. */
let engine: Engine = javaScript;

/**
 * Records the values of a text at the requested paths. Never `not mine`.
 * @throws MALFORMED for text that is not a JSON object; for trusted text, if that is noticed
 */
export function scan(text: Text, paths: Paths, mode: Mode): Outcome {
  engine = javaScript;
  return engine.scan(text, paths, mode);
}

/**
 * Goes on with a scan that is paused.
 * @throws MALFORMED as `scan`
 */
export function resume(): Outcome {
  return engine.resume();
}

/** Must be called after each scan. */
export function endScan(): void {
  engine.release();
}
