// npm's munkres on a matrix: munkres_question.mjs FOLDER FILE. Says what `pairbook solve` says;
// reading is not counted.
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const [folder, file] = process.argv.slice(2);
const { munkres } = await import(
  pathToFileURL(`${folder}/node_modules/munkres/dist/munkres.mjs`).href
);
const [[rows], ...lines] = readFileSync(file, "utf8")
  .trim()
  .split("\n")
  .map((line) => line.trim().split(/\s+/).map(Number));
const costs = lines.slice(0, rows);
const start = process.cpuUsage();
const pairs = munkres(costs);
const used = process.cpuUsage(start);
const total = pairs.reduce((sum, [i, j]) => sum + costs[i][j], 0);
const peak = process.resourceUsage().maxRSS / 1024;
const seconds = (used.user + used.system) / 1e6;
console.log(`objective ${total} seconds ${seconds.toFixed(4)} peak_mib ${peak.toFixed(1)}`);
