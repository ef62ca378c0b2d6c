// Waiting for a condition, never for a time.

/** A moment between two looks, or a pause that a fault is made of. */
export const pause = (millis) => new Promise((resolve) => setTimeout(resolve, millis));

/** Looks until `condition` gives something, and gives that; fails after `seconds`. */
export async function until(what, condition, seconds = 30, every = 25) {
  const end = Date.now() + seconds * 1000;
  for (;;) {
    const found = await condition();
    if (found) return found;
    if (Date.now() > end) throw new Error(`not within ${seconds} s: ${what}`);
    await pause(every);
  }
}
