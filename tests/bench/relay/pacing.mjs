// Sends when it was meant to, whatever became of what was sent before.
import { setImmediate as turn, setTimeout as wait } from "node:timers/promises";
import { intended } from "./figures.mjs";

// `send(n, meant)` for each of `count` messages; gives how late each left, in ms.
export async function openLoop(perSecond, count, send) {
  const start = performance.now() + 20;
  const late = [];
  for (let n = 0; n < count; ) {
    const meant = intended(start, perSecond, n);
    const now = performance.now();
    if (now >= meant) {
      late.push(now - meant);
      send(n++, meant);
    } else if (meant - now > 2) {
      await wait(meant - now - 1.5);
    } else {
      await turn();
    }
  }
  return late;
}

// Waits until it is so, or for that many ms; says whether it is.
export async function until(condition, ms) {
  const end = performance.now() + ms;
  while (!condition() && performance.now() < end) await wait(2);
  return condition();
}

// Does it for every number below `count`, so many at a time.
export async function inParallel(count, atOnce, act) {
  let next = 0;
  const work = async () => {
    while (next < count) await act(next++);
  };
  await Promise.all(Array.from({ length: atOnce }, work));
}
