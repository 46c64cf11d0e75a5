// Our relay against others: the same payloads of 600 bytes, from a second process, each scenario with
// servers started afresh and in turn, several rounds. docs/performance.md says what came of it.
// Usage: node run.mjs [--rounds N] [--peers A,B] [--only WORD] [--quick]
import { execFile } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, statfsSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import { fileURLToPath } from "node:url";
import { parseArgs, promisify } from "node:util";
import { medians } from "./figures.mjs";
import { probeFlush } from "./flush_probe.mjs";
import { node } from "./paths.mjs";
import { peers } from "./peers.mjs";
import { plan } from "./plan.mjs";
import { table, verdicts } from "./told.mjs";

const { values: wish } = parseArgs({
  options: {
    rounds: { type: "string", default: "3" },
    peers: { type: "string", default: Object.keys(peers).join(",") },
    only: { type: "string", default: "" },
    quick: { type: "boolean", default: false },
  },
});
const load = fileURLToPath(new URL("load.mjs", import.meta.url));
const chosen = wish.peers.split(",");

// In memory a flush costs nothing, and nothing here would mean anything.
const inMemory = 0x01021994;
if (statfsSync(tmpdir()).type === inMemory) throw new Error(`${tmpdir()} is not on a disk; set TMPDIR to a folder that is.`);

async function measure(name, { scenario, options }) {
  const folder = mkdtempSync(`${tmpdir()}/pairbook-relay-bench-`);
  const { process: server, address, stop } = await peers[name].start(folder);
  const words = [load, name, scenario, JSON.stringify(address), String(server.pid), JSON.stringify(options)];
  try {
    const { stdout } = await promisify(execFile)(node, words, { maxBuffer: 1 << 24, timeout: 180_000, killSignal: "SIGKILL" });
    return JSON.parse(stdout);
  } finally {
    const ended = server.exitCode === null && once(server, "exit");
    stop();
    await ended;
    rmSync(folder, { recursive: true, force: true });
  }
}

const ms = (number) => number.toFixed(2);
const measured = new Map(plan(wish.quick).map((part) => [part, new Map(chosen.map((name) => [name, []]))]));
for (let round = 0; round < Number(wish.rounds); ++round) {
  for (const [part, results] of measured) {
    if (!part.title.includes(wish.only)) continue;
    const probe = probeFlush(tmpdir());
    const others = loadavg()[0].toFixed(1);
    console.log(
      `round ${round + 1}, ${part.title}: flush of 4 KiB ${ms(probe.p50)} ms, p99 ${ms(probe.p99)} ms, ` +
        `${others} processes wanted a processor in the last minute`,
    );
    // Every other round the other way round, so that nobody always has the warmer machine.
    for (const name of round % 2 ? chosen.toReversed() : chosen) {
      if (part.peers && !part.peers.includes(name)) continue;
      try {
        const figures = await measure(name, part);
        results.get(name).push(figures);
        console.log(`  ${name}: ${Object.entries(figures).map(([what, n]) => `${what} ${n?.toPrecision(3)}`).join(", ")}`);
      } catch (error) {
        process.exitCode = 1;
        console.log(`  ${name}: FAILED: ${error.message.slice(0, 600)}`);
      }
    }
  }
}

console.log("\nAn acknowledged append:");
for (const name of chosen) console.log(`  ${peers[name].name}: ${peers[name].flush}`);
const middle = new Map();
for (const [part, results] of measured) {
  const rows = [...results].filter(([, rounds]) => rounds.length).map(([name, rounds]) => [name, medians(rounds)]);
  if (!rows.length) continue;
  middle.set(part.title, new Map(rows));
  console.log(`\n${table(part.title, rows)}`);
}
console.log(`\n${verdicts(middle)}`);
