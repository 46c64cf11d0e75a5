// Hocuspocus: documents of Yjs. An entry is an item of a list of bytes.
import { fileURLToPath } from "node:url";
import { fetched, freePort, node, started } from "../paths.mjs";
import { WebSocket } from "../web_socket.mjs";

const program = fileURLToPath(new URL("hocuspocus_server.mjs", import.meta.url));
const Y = fetched("yjs");
const encoding = fetched("lib0/encoding");
const SYNC = 0, AUTH = 2, SYNC_REPLY = 4, SYNC_STATUS = 8;
const STEP_1 = 0, STEP_2 = 1, UPDATE = 2;

function message(space, kind, fill) {
  const encoder = encoding.createEncoder();
  encoding.writeVarString(encoder, space.name);
  encoding.writeVarUint(encoder, kind);
  fill(encoder);
  return Buffer.from(encoding.toUint8Array(encoder));
}

class Connection {
  waiting = [];

  async greet(address) {
    this.socket = await WebSocket.open({ port: address.port });
    this.socket.heard = (bytes) => this.hear(bytes);
    return this;
  }

  hear(bytes) {
    const at = 1 + bytes[0];  // names are short
    const kind = bytes[at];
    if (kind === AUTH) return this.entered();
    if (kind === SYNC_STATUS) {
      if (bytes[at + 1] !== 1) throw new Error("refused");
      return this.waiting.shift()?.();
    }
    const step = bytes[at + 1];
    if ((kind === SYNC || kind === SYNC_REPLY) && step !== STEP_1) this.heard?.(bytes);
    if (step === STEP_2) this.synced?.();
  }

  enter(space) {
    return new Promise((entered) => {
      this.entered = entered;
      this.socket.send(message(space, AUTH, (to) => {
        encoding.writeVarUint(to, 0);
        encoding.writeVarString(to, "");
      }));
    });
  }

  async make() {}

  write(space) {
    this.document = new Y.Doc({ gc: false });
    this.document.on("update", (update) => (this.update = update));
    return this.enter(space);
  }

  append(space, payloads, acknowledged) {
    this.document.getArray("entries").push(payloads.map((payload) => new Uint8Array(payload)));
    this.waiting.push(acknowledged);
    this.socket.send(message(space, SYNC, (to) => {
      encoding.writeVarUint(to, UPDATE);
      encoding.writeVarUint8Array(to, this.update);
    }));
  }

  // Asks for everything that the document has, which is how a new client begins.
  async catchUp(space, heard) {
    await this.enter(space);
    this.heard = heard;
    this.socket.send(message(space, SYNC, (to) => {
      encoding.writeVarUint(to, STEP_1);
      encoding.writeVarUint8Array(to, Y.encodeStateVector(new Y.Doc()));
    }));
  }

  async subscribe(space, heard) {
    const synced = new Promise((done) => (this.synced = done));
    await this.catchUp(space, () => {});
    await synced;
    this.heard = heard;
  }

  close = () => this.socket.close();
}

const run = process.pid;
export const hocuspocus = {
  name: "Hocuspocus",
  flush: "in memory only when it is acknowledged and passed on (with a store: written after 2 s)",
  async start(folder) {
    const port = await freePort();
    const { process } = await started(node, [program, String(port)], /ready/, { cwd: folder });
    return { process, address: { port }, stop: () => process.kill("SIGKILL") };
  },
  space: (n) => ({ name: `bench-${run}-${n}` }),
  connect: (address) => new Connection().greet(address),
};
