// Tables of what was measured: a column for each peer, then the ratios that are promised.
import { peers } from "./peers.mjs";

const number = (value) => {
  if (value === undefined) return "";
  if (!Number.isFinite(value)) return "never";
  if (value >= 100 || Number.isInteger(value)) return Math.round(value).toLocaleString("en");
  return value.toFixed(value < 1 ? 3 : 2);
};
const row = (cells) => `| ${cells.join(" | ")} |`;

// `rows` are [peer, figures].
export function table(title, rows) {
  const whats = Object.keys(rows[0][1]);
  const lines = whats.map((what) => row([what, ...rows.map(([, figures]) => number(figures[what]))]));
  const dashes = `|${"---|".repeat(rows.length + 1)}`;
  // Two blanks keep these out of the one table that tools/bench ends in.
  return [`${title}`, row([" ", ...rows.map(([name]) => peers[name].name)]), dashes, ...lines].map((l) => `  ${l}`).join("\n");
}

const ours = "pairbook";
const promised = [
  ["throughput, 3 listeners", "appends/s", "evolu", 3, "at least"],
  ["100 appends/s, 3 listeners", "ack p99", "evolu", 1, "at most"],
  ["100 appends/s, 3 listeners", "delivery p99", "evolu", 1, "at most"],
];

// Lines of the table that ./tools/bench ends in.
export function verdicts(middle) {
  const lines = [];
  for (const [title, what, other, limit, way] of promised) {
    const [mine, theirs] = [ours, other].map((name) => middle.get(title)?.get(name)?.[what]);
    if (mine === undefined || theirs === undefined) continue;
    const ratio = mine / theirs;
    const met = way === "at least" ? ratio >= limit : ratio <= limit;
    const measured = `${number(mine)} against ${number(theirs)}: ${ratio.toFixed(2)}`;
    lines.push(row([`relay, ${title}, ${what}, against ${peers[other].name}`, measured, `${way} ${limit}`, met ? "yes" : "no"]));
  }
  const idle = middle.get("idle connections and their return")?.get(ours) ?? {};
  for (const [what, kib] of Object.entries(idle)) {
    if (what.startsWith("KiB")) lines.push(row([`relay, idle connections, ${what}`, number(kib), "at most 8", kib <= 8 ? "yes" : "no"]));
  }
  return lines.join("\n");
}
