// Closed loop: 32 writers, each with four appends under way, as fast as they are acknowledged. Three
// listen to each; what counts is what was acknowledged and delivered.
import { setTimeout as wait } from "node:timers/promises";
import { percentile } from "../figures.mjs";
import { until } from "../pacing.mjs";
import { processorMs } from "../processes.mjs";
import { payload, spacesWith } from "./spaces.mjs";

const underWay = 4;

export async function throughput(run, { listeners = 3, seconds }) {
  let answers = 0;
  let sent = 0;
  let heard = 0;
  let going = true;
  let latencies = [];
  const spaces = await spacesWith(run, 32, listeners, () => ++heard);
  const next = (space) => {
    if (!going) return;
    const begun = performance.now();
    space.append([payload(sent++)], () => {
      ++answers;
      latencies.push(performance.now() - begun);
      next(space);
    });
  };
  for (const space of spaces) for (let n = 0; n < underWay; ++n) next(space);
  await wait(500);
  const before = { answers, heard, processor: processorMs(run.root), at: performance.now() };
  latencies = [];
  await wait(seconds * 1000);
  const took = (performance.now() - before.at) / 1000;
  const done = answers - before.answers;
  const deliveries = heard - before.heard;
  const processor = processorMs(run.root) - before.processor;
  going = false;
  const all = await until(() => answers === sent && heard === sent * listeners, 30_000);
  return {
    "appends/s": done / took,
    "deliveries/s": deliveries / took,
    "processor ms/append": processor / done,
    "ack p99": percentile(latencies, 0.99),
    "all arrived": all ? 1 : 0,
  };
}
