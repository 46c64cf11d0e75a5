// How long this disk takes to flush, just now: 200 times 4 KiB, each followed by fdatasync.
import { closeSync, fdatasyncSync, openSync, rmSync, writeSync } from "node:fs";
import { spread } from "./figures.mjs";

export function probeFlush(folder) {
  const path = `${folder}/pairbook-flush-${process.pid}`;
  const file = openSync(path, "w");
  const block = Buffer.alloc(4096, 1);
  const took = [];
  for (let n = 0; n < 200; ++n) {
    const begun = performance.now();
    writeSync(file, block);
    fdatasyncSync(file);
    took.push(performance.now() - begun);
  }
  closeSync(file);
  rmSync(path);
  return spread(took);
}
