// A WebSocket client (RFC 6455) that costs the load generator little: no compression, and a mask of
// zeros, which a server has to undo like any other.
import { randomBytes } from "node:crypto";
import { connect } from "node:net";

const none = Buffer.alloc(0);

export class WebSocket {
  // `heard(bytes)` is called with every whole message, `ended()` once when the connection is over.
  static open({ port, path = "/" }) {
    const socket = new WebSocket();
    return new Promise((opened, failed) => {
      socket.opened = opened;
      socket.failed = failed;
      socket.start(port, path);
    });
  }

  start(port, path) {
    this.pieces = [];
    this.size = 0;
    this.wanted = 0;
    this.message = [];
    this.heard = () => {};
    this.ended = () => {};
    this.socket = connect({ port, host: "127.0.0.1", noDelay: true });
    this.socket.on("connect", () => {
      this.socket.write(
        `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n` +
          `Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ${randomBytes(16).toString("base64")}\r\n\r\n`,
      );
    });
    this.socket.on("data", (piece) => this.take(piece));
    this.socket.on("error", (error) => this.failed(error));
    this.socket.on("close", () => {
      this.failed(new Error("closed"));
      this.ended();
    });
  }

  take(piece) {
    this.pieces.push(piece);
    this.size += piece.length;
    if (this.size < this.wanted) return;
    let bytes = this.pieces.length === 1 ? piece : Buffer.concat(this.pieces, this.size);
    if (this.opened) {
      const end = bytes.indexOf("\r\n\r\n");
      if (end < 0) return;
      if (!bytes.subarray(0, 12).equals(Buffer.from("HTTP/1.1 101"))) {
        this.failed(new Error(bytes.subarray(0, bytes.indexOf("\r\n")).toString()));
        this.socket.destroy();
        return;
      }
      bytes = bytes.subarray(end + 4);
      const { opened } = this;
      this.opened = null;
      opened(this);
    }
    this.keep(this.frames(bytes));
  }

  keep(bytes) {
    this.pieces = bytes.length ? [bytes] : [];
    this.size = bytes.length;
  }

  // Deals with all whole frames, and gives what is left of the next.
  frames(bytes) {
    for (let at = 0; ; ) {
      const left = bytes.length - at;
      this.wanted = 2;
      if (left < 2) return at ? bytes.subarray(at) : bytes;
      let size = bytes[at + 1] & 127;
      let head = 2;
      if (size === 126) head = 4;
      if (size === 127) head = 10;
      this.wanted = head;
      if (left < head) return bytes.subarray(at);
      if (head === 4) size = bytes.readUInt16BE(at + 2);
      if (head === 10) size = Number(bytes.readBigUInt64BE(at + 2));
      this.wanted = head + size;
      if (left < head + size) return bytes.subarray(at);
      this.frame(bytes[at], bytes.subarray(at + head, at + head + size));
      at += head + size;
    }
  }

  frame(first, data) {
    const opcode = first & 15;
    if (opcode === 9) this.send(data, 10);
    if (opcode === 8) this.socket.destroy();
    if (opcode > 2) return;
    if (!(first & 128)) {
      this.message.push(Buffer.from(data));
    } else if (this.message.length) {
      const whole = Buffer.concat([...this.message, data]);
      this.message = [];
      this.heard(whole);
    } else {
      this.heard(data);
    }
  }

  send(data, opcode = 2) {
    const size = data.length;
    const head = Buffer.alloc(size < 126 ? 6 : size < 65536 ? 8 : 14);
    head[0] = 128 | opcode;
    head[1] = 128 | (size < 126 ? size : size < 65536 ? 126 : 127);
    if (head.length === 8) head.writeUInt16BE(size, 2);
    if (head.length === 14) head.writeBigUInt64BE(BigInt(size), 2);
    this.socket.write(Buffer.concat([head, size ? data : none]));
  }

  close() {
    this.socket.destroy();
  }
}
