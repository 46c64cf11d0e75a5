// 10,000 entries of one space, read from the first on by 50 new clients at once.
import { median, payloadsIn } from "../figures.mjs";
import { until } from "../pacing.mjs";
import { processorMs } from "../processes.mjs";
import { payload, spacesWith } from "./spaces.mjs";

const batch = 50;

export async function catchUp(run, { entries = 10_000, clients = 50 }) {
  const [writer] = await spacesWith(run, 1, 0, () => {});
  for (let n = 0; n < entries; n += batch) {
    const payloads = Array.from({ length: batch }, (_, each) => payload(n + each));
    await new Promise((done) => writer.append(payloads, done));
  }
  const { space } = writer;
  const before = processorMs(run.root);
  const begun = performance.now();
  const times = [];
  let wrong = 0;
  for (let client = 0; client < clients; ++client) {
    const connection = await run.peer.connect(run.address);
    let next = 0;
    let isDone = false;
    await connection.catchUp(space, (bytes) => {
      payloadsIn(bytes, (n) => {
        if (n !== next++) ++wrong;
      });
      if (next < entries || isDone) return;
      isDone = true;
      times.push(performance.now() - begun);
    });
  }
  const all = await until(() => times.length === clients, 120_000);
  return {
    "s until half have all": times.length ? median(times) / 1000 : NaN,
    "s until all have all": all ? Math.max(...times) / 1000 : NaN,
    "processor ms/1,000 entries": (processorMs(run.root) - before) / ((entries * clients) / 1000),
    "out of order": wrong,
  };
}
