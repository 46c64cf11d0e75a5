// Whole programs on the same files, in turn: `pairbook solve` natively and as WebAssembly, LEMON's
// network simplex and cost scaling, scipy's linear_sum_assignment, npm's munkres. Processor time of
// solving as each program measures it itself, without reading the file (for WebAssembly with what the
// virtual machine compiles meanwhile); medians; the most memory the
// whole program held. All must find the same optimum.
// Usage: node tests/bench/solvers_bench.mjs [NAME...]   (run by tools/bench solvers)
import { execFileSync } from "node:child_process";
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, renameSync } from "node:fs";

const root = new URL("../..", import.meta.url).pathname;
const bin = `${root}build/bench/bin`;
const folder = `${root}build/bench/questions`;
const peers = readFileSync(`${root}build/setup/peers`, "utf8").trim();
const libraries = `${peers}/scipy/usr/lib`;
const lib = `${libraries}/x86_64-linux-gnu`;
const pythonEnv = {
  ...process.env,
  PYTHONPATH: `${libraries}/python3/dist-packages`,
  LD_LIBRARY_PATH: `${lib}:${lib}/blas:${lib}/lapack`,
  OPENBLAS_NUM_THREADS: "1",
};

const programs = {
  ours: (file) => [`${bin}/solve_question`, [file]],
  wasm: (file) => [
    process.execPath,
    ["--require", `${root}tests/bench/cpu_clock.cjs`, `${root}build/wasm/bin/pairbook-solve.js`, file],
  ],
  simplex: (file) => [`${bin}/lemon_question`, ["simplex", file]],
  scaling: (file) => [`${bin}/lemon_question`, ["scaling", file]],
  scipy: (file) => ["/usr/bin/python3", [`${root}tests/bench/scipy_question.py`, file]],
  munkres: (file) => [
    process.execPath,
    ["--max-old-space-size=4096", `${root}tests/bench/munkres_question.mjs`, peers, file],
  ],
};
// What is compared on which question.
const lemon = ["ours", "simplex", "scaling", "wasm"];
const dense = ["ours", "scipy", "wasm"];
const never = { scipy: 1 };
// Our time by theirs may be at most what is promised.
const questions = [
  { name: "places abound, 10,000 x 4,200", make: ["pairs", 10000, 4200], who: lemon, promise: { simplex: 0.1 } },
  { name: "places just suffice, 10,000 x 3,340", make: ["pairs", 10000, 3340], who: lemon, promise: { simplex: 0.2 } },
  { name: "places are short, 10,000 x 2,500", make: ["pairs", 10000, 2500], who: lemon, promise: { simplex: 0.2 } },
  { name: "peers, 5,000", make: ["peers", 5000], who: ["ours", "wasm"], promise: {} },
  { name: "scores, 300", make: ["scores", 300], who: [...dense, "munkres"], promise: never },
  { name: "scores, 1,000", make: ["scores", 1000], who: dense, promise: { scipy: 1 / 3 } },
  { name: "scores, 2,000", make: ["scores", 2000], who: dense, promise: { scipy: 1 / 8 } },
  { name: "scores, 5,000", make: ["scores", 5000], who: dense, promise: { scipy: 1 / 20 }, rounds: 3 },
  { name: "uniform to 100, 1,000", make: ["uniform", 1000, 100], who: dense, promise: never },
  { name: "uniform to 1,000,000, 2,000", make: ["uniform", 2000, 1000000], who: dense, promise: never },
  { name: "geometric, 1,000", make: ["geometric", 1000], who: dense, promise: never },
  { name: "geometric, 2,000", make: ["geometric", 2000], who: dense, promise: never },
  { name: "two-cost, 1,000", make: ["two_cost", 1000], who: dense, promise: never },
  { name: "two-cost, 2,000", make: ["two_cost", 2000], who: dense, promise: never },
  { name: "Machol-Wien, 300", make: ["machol_wien", 300], who: [...dense, "munkres"], promise: never },
  { name: "Machol-Wien, 1,000", make: ["machol_wien", 1000], who: dense, promise: never },
];
const spoken = {
  simplex: "LEMON's network simplex",
  scaling: "LEMON's cost scaling",
  scipy: "scipy",
  munkres: "munkres",
};

function fileOf(make) {
  mkdirSync(folder, { recursive: true });
  const file = `${folder}/${make.join("_")}`;
  if (existsSync(file)) return file;
  const out = openSync(`${file}.new`, "w");
  execFileSync(`${bin}/make_questions`, make.map(String), { stdio: ["ignore", out, "inherit"] });
  closeSync(out);
  renameSync(`${file}.new`, file);
  return file;
}

function ask(who, file) {
  const [program, words] = programs[who](file);
  const env = who === "scipy" ? pythonEnv : process.env;
  const said = execFileSync(program, words, { encoding: "utf8", env });
  const number = (name) => Number(new RegExp(`${name} (-?[0-9.]+)`).exec(said)[1]);
  return {
    objective: number("objective"),
    seconds: number("seconds"),
    memory: number("peak_mib"),
    optimal: !said.includes("optimal no"),
  };
}

// Warm: the third to seventh solve of one process.
const warmWasm = [
  process.execPath,
  "--require",
  `${root}tests/bench/cpu_clock.cjs`,
  `${root}build/wasm/bin/solve_again.js`,
];
function again([program, ...words], file) {
  const said = execFileSync(program, [...words, file], { encoding: "utf8" });
  return median(said.trim().split(" ").map(Number).slice(2));
}

const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
const wanted = process.argv.slice(2);
let sound = true;
const slowest = { cold: 0, warm: 0 };
for (const { name, make, who, promise, rounds = 5 } of questions) {
  if (wanted.length && !wanted.some((word) => name.includes(word))) continue;
  const file = fileOf(make);
  const runs = Object.fromEntries(who.map((each) => [each, []]));
  for (let round = 0; round < rounds; ++round) {
    for (const each of who) runs[each].push(ask(each, file));
  }
  const time = (each) => median(runs[each].map((run) => run.seconds));
  const memory = (each) => median(runs[each].map((run) => run.memory));
  const objectives = new Set(who.flatMap((each) => runs[each].map((run) => run.objective)));
  const same = objectives.size === 1 && runs.ours.every((run) => run.optimal);
  sound &&= same;
  const figures = who.map((each) => `${each} ${time(each).toFixed(4)} s ${memory(each).toFixed(0)} MiB`);
  console.log(`${name}: ${figures.join(", ")}${same ? "" : "  NOT THE SAME OPTIMUM"}`);
  const warm = { native: again([`${bin}/solve_again`], file), wasm: again(warmWasm, file) };
  const by = { cold: time("wasm") / time("ours"), warm: warm.wasm / warm.native };
  console.log(
    `  as WebAssembly ${by.cold.toFixed(2)} times native from a cold start, ${by.warm.toFixed(2)} when warm` +
      ` (${warm.wasm.toFixed(4)} s by ${warm.native.toFixed(4)} s)`,
  );
  for (const state in slowest) slowest[state] = Math.max(slowest[state], by[state]);
  for (const each of who) {
    if (!spoken[each]) continue;
    const ratio = time("ours") / time(each);
    const most = promise[each];
    const verdict = most === undefined ? "none | " : `at most ${most.toFixed(3)} | ${ratio <= most ? "yes" : "no"}`;
    console.log(`| solve, ${name}, time against ${spoken[each]} | ${ratio.toFixed(3)} | ${verdict} |`);
  }
}
for (const [state, ratio] of Object.entries(slowest)) {
  const held = ratio <= 1.25 ? "yes" : "no";
  console.log(`| solve as WebAssembly against native, ${state}, the slowest | ${ratio.toFixed(2)} | at most 1.25 | ${held} |`);
}
process.exit(sound ? 0 : 1);
