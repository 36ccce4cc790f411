/** Answers that are too slow for each key: computed when they are opened, and again when the user pauses. */
import { untracked, useSignalEffect } from '@preact/signals';
import { useState } from 'preact/hooks';
import type { Playground } from '../state/playground.ts';
import { inSlices, type Steps, slice } from '../state/slices.ts';

/** Milliseconds without a change. */
const PAUSE = 150;

/** Undefined before the first computation; a result that fits into one slice is returned at once. */
export function useSettled<T>(state: Playground, work: (state: Playground) => Steps<T>): T | undefined {
  const [opening] = useState(() =>
    untracked(() => {
      const steps = work(state);
      return { inputs: state.inputs.value, steps, finished: slice(steps) };
    }),
  );
  const [shown, setShown] = useState(opening.finished);
  useSignalEffect(() => {
    const isOpening = state.inputs.value === opening.inputs;
    if (isOpening && opening.finished !== undefined) return;
    return isOpening ? inSlices(opening.steps, 0, setShown) : inSlices(work(state), PAUSE, setShown);
  });
  return shown?.result;
}
