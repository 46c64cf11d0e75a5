// Redis Streams: XADD and XREAD, with the append-only file flushed at every turn of its loop.
import { connect } from "node:net";
import { freePort, peersFolder, started } from "../paths.mjs";

const line = "\r\n";
function command(...words) {
  const parts = [Buffer.from(`*${words.length}${line}`)];
  for (const word of words) {
    const bytes = Buffer.from(word);
    parts.push(Buffer.from(`$${bytes.length}${line}`), bytes, Buffer.from(line));
  }
  return Buffer.concat(parts);
}

// [value, where it ends], or nothing if the answer is not whole yet.
function answer(bytes, at) {
  const end = bytes.indexOf(line, at);
  if (end < 0) return undefined;
  const kind = String.fromCharCode(bytes[at]);
  const words = bytes.toString("latin1", at + 1, end);
  if (kind === "-") throw new Error(words);
  if (kind === "+" || kind === ":") return [words, end + 2];
  const size = Number(words);
  if (kind === "$") {
    const stop = end + 2 + Math.max(size, 0);
    if (size < 0) return [null, end + 2];
    return bytes.length < stop + 2 ? undefined : [bytes.subarray(end + 2, stop), stop + 2];
  }
  const items = [];
  let next = end + 2;
  for (let n = 0; n < size; ++n) {
    const item = answer(bytes, next);
    if (!item) return undefined;
    items.push(item[0]);
    next = item[1];
  }
  return [items, next];
}

class Connection {
  left = Buffer.alloc(0);
  waiting = [];

  open(address) {
    return new Promise((opened, failed) => {
      this.socket = connect({ ...address, host: "127.0.0.1", noDelay: true }, () => opened(this));
      this.socket.on("error", failed);
      this.socket.on("data", (piece) => this.take(piece));
    });
  }

  take(piece) {
    const bytes = this.left.length ? Buffer.concat([this.left, piece]) : piece;
    let at = 0;
    for (let said; at < bytes.length && (said = answer(bytes, at)); at = said[1]) {
      this.waiting.shift()(said[0], bytes.subarray(at, said[1]));
    }
    this.left = bytes.subarray(at);
  }

  send(words, answered) {
    this.waiting.push(answered);
    this.socket.write(command(...words));
  }

  async make() {}
  async write() {}

  append(space, payloads, acknowledged) {
    let left = payloads.length;
    for (const payload of payloads) {
      this.send(["XADD", space, "*", "p", payload], () => {
        if (!--left) acknowledged();
      });
    }
  }

  read(space, heard, last) {
    const words = ["XREAD", "COUNT", "500", "BLOCK", "0", "STREAMS", space, last];
    this.send(words, (streams, bytes) => {
      const entries = streams[0][1];
      this.read(space, heard, entries.at(-1)[0].toString());
      heard(bytes);
    });
  }

  // Its last entry is asked for first, so that the connection waits when this is done.
  subscribe(space, heard) {
    return new Promise((ready) => {
      this.send(["XREVRANGE", space, "+", "-", "COUNT", "1"], (entries) => {
        this.read(space, heard, entries.length ? entries[0][0].toString() : "0");
        ready();
      });
    });
  }
  async catchUp(space, heard) {
    this.read(space, heard, "0");
  }
  close = () => this.socket.destroy();
}

const run = process.pid;
export const redis = {
  name: "Redis Streams",
  flush: "flushed before it is acknowledged or passed on (appendfsync always); one turn of its loop shares a flush",
  async start(folder) {
    const port = await freePort();
    const words = ["--bind", "127.0.0.1", "--port", String(port), "--dir", folder, "--save", "", "--appendonly", "yes"];
    words.push("--appendfsync", "always", "--maxclients", "16000", "--tcp-backlog", "4096");
    const env = { ...process.env, LD_LIBRARY_PATH: `${peersFolder}/redis/usr/lib/x86_64-linux-gnu` };
    const ready = /Ready to accept connections/;
    const child = await started(`${peersFolder}/redis/usr/bin/redis-server`, words, ready, { env });
    return { process: child.process, address: { port }, stop: () => child.process.kill("SIGKILL") };
  },
  space: (n) => `bench-${run}-${n}`,
  connect: (address) => new Connection().open(address),
};
