// The Worker's side: takes the compiled module once, then one job after the other.

function runWorker() {
  let engine = null;
  const host = {
    random: (at, size) => fillWithChance(engine.bytesAt(at, size)),
    progress: (part, whole) => postMessage({ progress: { part, whole } }),
  };
  let ready = null;

  async function run({ work, input }) {
    await ready;
    const at = engine.give(input);
    input.fill(0);  // it may hold a passphrase
    let answer;
    try {
      const start = engine.pb_job(work, at, input.length);
      const size = new Reader(engine.bytesAt(start, 4)).u32();
      answer = new Reader(engine.bytesAt(start + 4, size).slice());
    } finally { engine.free(at); }
    if (answer.u8()) {
      const output = answer.blob().slice();
      postMessage({ output }, [output.buffer]);
    } else postMessage({ error: { code: ERRORS[answer.u8()], where: answer.text(), detail: answer.text() } });
  }

  onmessage = ({ data }) => {
    if (data.compiled) ready = instantiate(data.compiled, host).then((module) => { engine = wrap(module); });
    // A job that brings the module down must be known outside: throw where onerror sees it.
    else run(data).catch((failure) => setTimeout(() => { throw failure; }));
  };
}
