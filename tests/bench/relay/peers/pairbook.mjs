// Our relay, spoken to from docs/protocol.md alone.
import { createHash, createPrivateKey, createPublicKey, randomBytes, sign } from "node:crypto";
import { kill } from "node:process";
import { relayProgram, root, started } from "../paths.mjs";
import { WebSocket } from "../web_socket.mjs";

// No limit of one client is met: there is one machine that plays all of them.
const options = [
  ...["--listen", "127.0.0.1:0", "--health", "127.0.0.1:0", "--max-connections", "16000", "--max-places", "100000"],
  ...["--frames-per-second", "1000000", "--kib-per-second", "1000000", "--place-mib", "4096"],
];
const ready = /http:\/\/127\.0\.0\.1:(\d+)\/[^]*http:\/\/127\.0\.0\.1:\d+\//;

const HELLO = 1, CREATE = 2, PROVE = 3, APPEND = 4, SUBSCRIBE = 6, CREDIT = 8;
const EVENT = 0x45, LAGGING = 0x47, CHANGED = 0x48, REFUSED = 0x49;
const READ_DOOR = 1, WRITE_DOOR = 2;
const wholeCredit = 1 << 24;

const text = (words) => Buffer.from(words);
function varint(n) {
  const out = [];
  for (; n >= 128; n = Math.floor(n / 128)) out.push((n % 128) | 128);
  return Buffer.from([...out, n]);
}
const blob = (bytes) => Buffer.concat([varint(bytes.length), bytes]);

function keyPair(seed) {
  const der = Buffer.concat([Buffer.from("302e020100300506032b657004220420", "hex"), seed]);
  const secret = createPrivateKey({ key: der, format: "der", type: "pkcs8" });
  const open = createPublicKey(secret).export({ format: "der", type: "spki" }).subarray(-32);
  return { open, sign: (message) => sign(null, message, secret) };
}

function varintsFrom(bytes, at, count) {
  const numbers = [];
  while (numbers.length < count) {
    let value = 0;
    for (let scale = 1; ; scale *= 128) {
      const part = bytes[at++];
      value += (part & 127) * scale;
      if (part < 128) break;
    }
    numbers.push(value);
  }
  return numbers;
}

class Connection {
  requests = 0;
  waiting = new Map();
  listeners = new Map();
  used = 0;

  async greet(address) {
    this.socket = await WebSocket.open({ port: address.port, path: "/sync" });
    this.socket.heard = (bytes) => this.hear(bytes);
    const origin = `ws://127.0.0.1:${address.port}`;
    const nonce = randomBytes(32);
    const welcome = await this.ask(HELLO, blob(text(origin)), nonce);
    this.challenge = Buffer.concat([blob(text(origin)), welcome.subarray(6, 38), nonce]);
    return this;
  }

  hear(bytes) {
    const type = bytes[1];
    const request = bytes.readUInt32LE(2);
    if (type === REFUSED) throw new Error(`refused with code ${bytes.readUInt16LE(6)}`);
    if (type === EVENT) {
      this.pay(bytes.length);
      this.listeners.get(request)(bytes);
    } else if (type !== LAGGING && type !== CHANGED) {
      const answered = this.waiting.get(request);
      this.waiting.delete(request);
      answered(bytes);
    }
  }

  // Credit is given again before the relay could want for it.
  pay(size) {
    this.used += size;
    if (this.used < wholeCredit / 4) return;
    this.send(CREDIT, [varint(this.used)]);
    this.used = 0;
  }

  send(type, parts, answered) {
    const request = ++this.requests;
    if (answered) this.waiting.set(request, answered);
    const head = Buffer.from([1, type, 0, 0, 0, 0]);
    head.writeUInt32LE(request, 2);
    this.socket.send(Buffer.concat([head, ...parts]));
    return request;
  }

  ask = (type, ...parts) => new Promise((answered) => this.send(type, parts, answered));

  async make(space) {
    const doors = Buffer.concat([space.admin.open, space.read.open, space.writing.open]);
    const statement = Buffer.concat([text("pairbook/v1/relay/create"), this.challenge, doors]);
    const place = await this.ask(CREATE, doors, space.admin.sign(statement));
    space.place = Buffer.from(place.subarray(6, 22));
  }

  prove(space, door, key) {
    const named = Buffer.concat([space.place, Buffer.from([door]), key.open]);
    const statement = Buffer.concat([text("pairbook/v1/relay/prove"), this.challenge, named]);
    return this.ask(PROVE, named, key.sign(statement));
  }

  write = (space) => this.prove(space, WRITE_DOOR, space.writing);

  append(space, payloads, acknowledged) {
    const parts = [space.place, varint(0), varint(payloads.length)];
    for (const payload of payloads) parts.push(Buffer.from([0]), randomBytes(16), blob(payload));
    this.send(APPEND, parts, acknowledged);
  }

  async listen(space, heard, from) {
    const place = await this.prove(space, READ_DOOR, space.read);
    this.send(CREDIT, [varint(wholeCredit)]);
    const next = from ?? varintsFrom(place, 23, 3)[2];
    await new Promise((answered) => {
      this.listeners.set(this.send(SUBSCRIBE, [space.place, varint(next)], answered), heard);
    });
  }

  subscribe = (space, heard) => this.listen(space, heard);
  catchUp = (space, heard) => this.listen(space, heard, 1);
  close = () => this.socket.close();
}

const run = randomBytes(16);
const shared = {
  space(n) {
    const key = (name) => keyPair(createHash("sha256").update(run).update(`${name} ${n}`).digest());
    return { admin: key("admin"), read: key("read"), writing: key("write") };
  },
  connect: (address) => new Connection().greet(address),
};

export const pairbookOnSqlite = {
  ...shared,
  name: "pairbook-relay, SQLite",
  flush: "flushed before it is acknowledged or passed on; what waits meanwhile shares a flush",
  async start(folder) {
    const words = ["--store", `sqlite:${folder}/places.sqlite`, ...options];
    const { process, match } = await started(relayProgram, words, ready);
    return { process, address: { port: Number(match[1]) }, stop: () => process.kill("SIGKILL") };
  },
};

export const pairbookOnPostgres = {
  ...shared,
  name: "pairbook-relay, PostgreSQL 15",
  flush: "as above, by PostgreSQL (fsync and synchronous_commit on)",
  async start() {
    // The database ends with the relay, however that ends.
    const words = [`${root}tests/relay/database.py`, "sh", "-c"];
    words.push('echo "relay $$"; PAIRBOOK_RELAY_STORE=$PAIRBOOK_POSTGRES exec "$0" "$@"', relayProgram, ...options);
    const { process, match } = await started("python3", words, new RegExp(`relay (\\d+)\n[^]*${ready.source}`));
    return { process, address: { port: Number(match[2]) }, stop: () => kill(Number(match[1]), "SIGTERM") };
  },
};
