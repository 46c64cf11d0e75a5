// What a peer's processes use, from /proc.
import { readdirSync, readFileSync } from "node:fs";

const read = (path) => {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";  // it has just ended
  }
};

// The process and all that came from it.
export function family(root) {
  const children = new Map();
  for (const name of readdirSync("/proc")) {
    if (!/^\d+$/.test(name)) continue;
    const parent = Number(read(`/proc/${name}/stat`).split(") ").at(-1).split(" ")[1]);
    children.set(parent, [...(children.get(parent) ?? []), Number(name)]);
  }
  const found = [root];
  for (let n = 0; n < found.length; ++n) found.push(...(children.get(found[n]) ?? []));
  return found;
}

const sum = (numbers) => numbers.reduce((a, b) => a + b, 0);

// Proportional set size: pages that several share count once.
export const memoryKib = (root) =>
  sum(family(root).map((id) => Number(/^Pss:\s+(\d+)/m.exec(read(`/proc/${id}/smaps_rollup`))?.[1] ?? 0)));

// Processor time in ms; /proc counts in hundredths of a second.
export const processorMs = (root) =>
  sum(
    family(root).map((id) => {
      const fields = read(`/proc/${id}/stat`).split(") ").at(-1).split(" ");
      return fields.length > 12 ? (Number(fields[11]) + Number(fields[12])) * 10 : 0;
    }),
  );
