// The arithmetic of the relay's benchmark: all of it, and nothing that needs a clock or a socket.

// The smallest value that at least this share of all are not above (nearest rank).
export function percentile(values, share) {
  if (!values.length) return NaN;
  const sorted = Float64Array.from(values).sort();
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
}

export const median = (values) => percentile(values, 0.5);

// When the nth message is meant to be sent. It depends on nothing that happened, so that whoever
// waits behind a slow answer has been waiting since then.
export const intended = (start, perSecond, n) => start + (n * 1000) / perSecond;

// Latencies in ms as they are told.
export const spread = (values) => ({
  count: values.length,
  p50: percentile(values, 0.5),
  p99: percentile(values, 0.99),
  p999: percentile(values, 0.999),
  most: percentile(values, 1),
});

// Every round's figures, name by name, as their medians; a name that some round lacks counts where it is.
export function medians(rounds) {
  const names = new Set(rounds.flatMap((round) => Object.keys(round)));
  return Object.fromEntries([...names].map((name) => [name, median(rounds.map((r) => r[name]).filter((v) => v !== undefined))]));
}

// A payload tells which message it is, wherever a peer puts it and whatever it puts around it.
const mark = Buffer.from("pairbook-bench:");
export function payloadOf(n, noise) {
  const payload = Buffer.from(noise);
  mark.copy(payload, 0);
  payload.writeUInt32LE(n, mark.length);
  return payload;
}

// The numbers of all messages whose payloads are in these bytes.
export function payloadsIn(bytes, each) {
  for (let at = bytes.indexOf(mark); at >= 0; at = bytes.indexOf(mark, at + mark.length + 4)) {
    each(bytes.readUInt32LE(at + mark.length));
  }
}
