/** Answers that cost more than a key may: computed when they are opened, and again when the user pauses. */
import { untracked, useSignalEffect } from '@preact/signals';
import { useRef, useState } from 'preact/hooks';
import type { Playground } from '../state/playground.ts';

/** Milliseconds without a change. */
const PAUSE = 150;

export function useSettled<T>(state: Playground, compute: (state: Playground) => T): T {
  const [value, setValue] = useState(() => untracked(() => compute(state)));
  const isOpening = useRef(true);
  useSignalEffect(() => {
    void state.inputs.value;
    if (isOpening.current) {
      isOpening.current = false;
      return;
    }
    const timer = setTimeout(() => setValue(() => untracked(() => compute(state))), PAUSE);
    return () => clearTimeout(timer);
  });
  return value;
}
