// What is measured, in this order. `quick` is for trying whether everything runs.
export function plan(quick) {
  const seconds = quick ? 1 : 4;
  const parts = [{ title: "throughput, 3 listeners", scenario: "throughput", options: { seconds } }];
  for (const rate of [100, 1000]) {
    for (const listeners of [1, 3, 20]) {
      if (rate * listeners > 5000) continue;  // more than the load itself could hear without being late
      const title = `${rate.toLocaleString("en")} appends/s, ${listeners} listener${listeners > 1 ? "s" : ""}`;
      parts.push({ title, scenario: "fanOut", options: { listeners, rate, seconds } });
    }
  }
  const steps = quick ? [100, 500] : [1000, 10_000];
  parts.push({ title: "idle connections and their return", scenario: "idle", options: { steps, storm: true } });
  parts.push({
    title: "catching up with 10,000 entries, 50 at once",
    scenario: "catchUp",
    options: quick ? { entries: 1000, clients: 5 } : {},
  });
  return parts;
}
