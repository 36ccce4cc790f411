/** The space of this thread in which lines are evaluated. */
import { EventSpace } from '../../pattern/scan/event-space.ts';

/**
 * Bytes that are read at once: they stay in the processor's cache until they are evaluated, and each read costs some
 * microseconds. With the bytes behind them that a scan may read they are one block of the memory. Tests change it.
 */
export const lineSpaceSize = { bytes: (1 << 20) - 96 };

/** Lines are evaluated in the space after so many bytes: a short run ends before it pays. */
export const SPACE_AFTER = 1 << 16;

let space: EventSpace | undefined;

/** Made on use, since few runs have so much input. */
export function lineSpace(): EventSpace {
  const { bytes } = lineSpaceSize;
  const opened = openedSpace();
  space = opened?.size === bytes ? opened : new EventSpace(bytes);
  return space;
}

/** The space, if it is made, and no other one was made in the process since. */
export function openedSpace(): EventSpace | undefined {
  return space?.isReplaced === true ? undefined : space;
}
