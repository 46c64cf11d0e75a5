// Memory of connections that listen and say nothing, 200 spaces among them; then all of them come
// back at once after they were cut off, while somebody else goes on appending.
import { setTimeout as wait } from "node:timers/promises";
import { spread } from "../figures.mjs";
import { inParallel, openLoop } from "../pacing.mjs";
import { memoryKib } from "../processes.mjs";
import { payload, spacesWith } from "./spaces.mjs";

const atOnce = 256;
const spacesOfIdle = 200;

async function settled(root) {
  await wait(1500);
  return memoryKib(root);
}

export async function idle({ peer, address, root }, { steps, storm }) {
  const spaces = Array.from({ length: spacesOfIdle }, (_, n) => peer.space(n));
  // A connection may be in so many spaces at a time.
  for (let n = 0; n < spacesOfIdle; n += 50) {
    const maker = await peer.connect(address);
    for (const space of spaces.slice(n, n + 50)) await maker.make(space);
    maker.close();
  }
  const open = [];
  const come = (count) =>
    inParallel(count, atOnce, async (n) => {
      const connection = await peer.connect(address);
      await connection.subscribe(spaces[n % spacesOfIdle], () => {});
      open.push(connection);
    });
  // The first few make buffers and threads that are there once.
  await come(50);
  const empty = await settled(root);
  const told = { "MiB with nobody": empty / 1024 };
  const before = open.length;
  for (const step of steps) {
    await come(before + step - open.length);
    told[`KiB each at ${step}`] = ((await settled(root)) - empty) / step;
  }
  if (storm) Object.assign(told, await stormOf({ peer, address }, open, come));
  return told;
}

async function stormOf(run, open, come) {
  const [space] = await spacesWith(run, 1, 0, () => {});
  const count = open.length;
  for (const connection of open.splice(0)) connection.close();
  const begun = performance.now();
  let back = Infinity;
  const coming = come(count).then(() => (back = performance.now() - begun));
  const latencies = [];
  while (back === Infinity && performance.now() - begun < 60_000) {
    await openLoop(100, 20, (n, meant) => {
      space.append([payload(n)], () => latencies.push(performance.now() - meant));
    });
  }
  await coming;
  await wait(500);
  return { "s until all are back": back / 1000, "append p99 meanwhile": spread(latencies).p99 };
}
