// Evolu's relay. Messages are made with its own encoder; a change is opaque bytes to the relay.
import { randomBytes } from "node:crypto";
import { fileURLToPath } from "node:url";
import { payloadsIn } from "../figures.mjs";
import { fetched, freePort, node, started } from "../paths.mjs";
import { WebSocket } from "../web_socket.mjs";

const program = fileURLToPath(new URL("evolu_relay.mjs", import.meta.url));
const local = fetched("@evolu/common/local-first");
const { InfiniteUpperBound, RangeType } = local;
const REQUEST = 0, RESPONSE = 1, NONE = 0, SUBSCRIBE = 1;
const typeAt = 17;  // after the version and the owner

// Stands for a client's clock: one millisecond for each change of an owner.
const begun = Date.now() - 10_000_000;
const nodeId = randomBytes(8).toString("hex");
const timestamp = (n) => ({ millis: begun + n, counter: 0, nodeId });

const begin = (space, subscriptionFlag, writeKey) =>
  local.createProtocolMessageBuffer(space.id, { messageType: REQUEST, writeKey, subscriptionFlag });
const everything = (from) => ({ type: RangeType.Timestamps, upperBound: InfiniteUpperBound, timestamps: from });

class Connection {
  waiting = [];

  async greet(address) {
    this.socket = await WebSocket.open({ port: address.port });
    this.socket.heard = (bytes) => this.hear(bytes);
    return this;
  }

  // Answers come in the order of what was asked: a connection has one owner.
  hear(bytes) {
    if (bytes[typeAt] !== RESPONSE) return this.heard(bytes);
    if (bytes[typeAt + 1] !== 0) throw new Error(`refused with code ${bytes[typeAt + 1]}`);
    this.waiting.shift()(bytes);
  }

  send(message, answered) {
    this.waiting.push(answered);
    this.socket.send(Buffer.from(message.unwrap()));
  }

  async make() {}
  async write() {}

  append(space, payloads, acknowledged) {
    const message = begin(space, NONE, space.writeKey);
    for (const change of payloads) message.addMessage({ timestamp: timestamp(space.changes++), change });
    this.send(message, acknowledged);
  }

  subscribe(space, heard) {
    this.heard = heard;
    return new Promise((answered) => this.send(begin(space, SUBSCRIBE), answered));
  }

  // What a client says that has nothing, then one that has everything so far: the least it can say.
  async catchUp(space, heard) {
    let known = 0;
    const next = (bytes) => {
      const before = known;
      payloadsIn(bytes, () => ++known);
      heard(bytes);
      if (known > before) ask();
    };
    const ask = () => {
      const message = begin(space, NONE, space.writeKey);
      const upperBound = local.timestampToTimestampBytes(timestamp(known));
      if (known) message.addRange({ type: RangeType.Skip, upperBound });
      message.addRange(everything(local.createTimestampsBuffer()));
      this.send(message, next);
    };
    ask();
  }

  close = () => this.socket.close();
}

export const evolu = {
  name: "Evolu's relay",
  flush: "flushed before it is acknowledged or passed on (SQLite's defaults: rollback journal, FULL), each by itself",
  async start(folder) {
    const port = await freePort();
    const { process } = await started(node, [program, String(port)], /ready/, { cwd: folder });
    return { process, address: { port }, stop: () => process.kill("SIGKILL") };
  },
  space: () => ({ id: randomBytes(16).toString("base64url"), writeKey: randomBytes(16), changes: 0 }),
  connect: (address) => new Connection().greet(address),
};
