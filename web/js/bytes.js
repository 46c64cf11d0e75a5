// Bytes to values and back, as base::ByteWriter and base::ByteReader have them.
// Little endian; lengths are unsigned LEB128; text is UTF-8.

const utf8 = new TextDecoder();
const toUtf8 = new TextEncoder();

class Reader {
  constructor(bytes) {
    this.bytes = bytes;
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.at = 0;
  }
  u8() { return this.bytes[this.at++]; }
  u32() { this.at += 4; return this.view.getUint32(this.at - 4, true); }
  i32() { this.at += 4; return this.view.getInt32(this.at - 4, true); }
  f32() { this.at += 4; return this.view.getFloat32(this.at - 4, true); }
  u64() { this.at += 8; return this.view.getBigUint64(this.at - 8, true); }
  i64() { this.at += 8; return this.view.getBigInt64(this.at - 8, true); }
  f64() { this.at += 8; return this.view.getFloat64(this.at - 8, true); }
  count() {
    let value = 0;
    for (let shift = 1; ; shift *= 128) {
      const byte = this.bytes[this.at++];
      value += (byte & 127) * shift;
      if (byte < 128) return value;
    }
  }
  blob() {
    const size = this.count();
    this.at += size;
    return this.bytes.subarray(this.at - size, this.at);
  }
  text() {
    const bytes = this.blob();
    return bytes.length ? utf8.decode(bytes) : '';
  }
  list(one) { return Array.from({ length: this.count() }, () => one(this)); }
  rect() { return { x: this.f32(), y: this.f32(), width: this.f32(), height: this.f32() }; }
}

class Writer {
  constructor() { this.parts = []; this.size = 0; }
  raw(bytes) { this.parts.push(bytes); this.size += bytes.length; return this; }
  u8(value) { return this.raw(Uint8Array.of(value)); }
  u32(value) { return this.raw(new Uint8Array(Uint32Array.of(value).buffer)); }
  u64(value) { return this.raw(new Uint8Array(BigUint64Array.of(value).buffer)); }
  f64(value) { return this.raw(new Uint8Array(Float64Array.of(value).buffer)); }
  count(value) {
    const bytes = [];
    for (; value > 127; value = Math.floor(value / 128)) bytes.push((value % 128) | 128);
    bytes.push(value);
    return this.raw(Uint8Array.from(bytes));
  }
  blob(bytes) { return this.count(bytes.length).raw(bytes); }
  text(text) { return this.blob(toUtf8.encode(text)); }
  take() {
    const all = new Uint8Array(this.size);
    let at = 0;
    for (const part of this.parts) { all.set(part, at); at += part.length; }
    return all;
  }
}
