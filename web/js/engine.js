// The wasm module: compiled once, instantiated here for the page and in a worker for long jobs.

function instantiate(compiled, host) {
  return new Promise((resolve, reject) => {
    createPairbook({
      host,
      instantiateWasm: (imports, receive) => {
        WebAssembly.instantiate(compiled, imports).then((instance) => receive(instance, compiled), reject);
        return {};
      },
    }).then(resolve, reject);
  });
}

// Calls into the module by bare names, with bytes passed as address and size.
function wrap(module) {
  const bytesAt = (at, size) => new Uint8Array(module.wasmMemory.buffer, at, size);
  const call = { bytesAt };
  for (const name in module) if (name.startsWith('_pb_')) call[name.slice(1)] = module[name];
  // Bytes handed over: the module owns them from here on, or frees them itself.
  call.give = (bytes) => {
    const at = module._malloc(Math.max(1, bytes.length));
    bytesAt(at, bytes.length).set(bytes);
    return at;
  };
  call.free = module._free;
  call.with = (bytes, use) => {
    const at = call.give(bytes);
    try { return use(at, bytes.length); } finally { module._free(at); }
  };
  return call;
}

const fillWithChance = (bytes) => {
  for (let at = 0; at < bytes.length; at += 65536) crypto.getRandomValues(bytes.subarray(at, at + 65536));
};
