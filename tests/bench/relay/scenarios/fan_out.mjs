// Open loop: so many appends a second, spread over 20 spaces, each passed on to all who listen.
// Latencies count from when a message was meant to be sent, to its acknowledgement and to each delivery.
import { spread } from "../figures.mjs";
import { openLoop, until } from "../pacing.mjs";
import { processorMs } from "../processes.mjs";
import { payload, spacesWith } from "./spaces.mjs";

const warmUp = 0.5;

export async function fanOut(run, { listeners, rate, seconds }) {
  const count = Math.round(rate * (seconds + warmUp));
  const first = Math.round(rate * warmUp);
  const meantAt = new Float64Array(count);
  const acknowledged = [];
  const delivered = [];
  let heardOf = 0;
  let answers = 0;
  const spaces = await spacesWith(run, 20, listeners, (n) => {
    ++heardOf;
    if (n >= first) delivered.push(performance.now() - meantAt[n]);
  });
  const before = processorMs(run.root);
  const late = await openLoop(rate, count, (n, meant) => {
    meantAt[n] = meant;
    spaces[n % spaces.length].append([payload(n)], () => {
      ++answers;
      if (n >= first) acknowledged.push(performance.now() - meant);
    });
  });
  const carried = answers >= count * 0.98;
  const all = await until(() => answers === count && heardOf === count * listeners, 30_000);
  const used = processorMs(run.root) - before;
  if (heardOf > count * listeners) throw new Error(`delivered ${heardOf} of ${count * listeners}`);
  const told = { "kept up": carried ? 1 : 0, "all arrived": all ? 1 : 0, "processor ms/append": used / count };
  for (const [what, values] of Object.entries({ ack: acknowledged, delivery: delivered, late: late.slice(first) })) {
    const { p50, p99, p999 } = spread(values);
    Object.assign(told, { [`${what} p50`]: p50, [`${what} p99`]: p99, [`${what} p99.9`]: p999 });
  }
  return told;
}
