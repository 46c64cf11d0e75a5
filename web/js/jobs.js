// Long work in a Worker: a second instance of the same compiled module, made from the script that this
// page already has, so it also works after the network is gone. Cancelling ends the Worker at once.

// Where Trusted Types are required, this is the one address that may become a script: our own.
const trust = globalThis.trustedTypes
  ? trustedTypes.createPolicy('pairbook', { createScriptURL: (address) => {
    if (!address.startsWith('blob:')) throw new TypeError('not ours');
    return address;
  } })
  : { createScriptURL: (address) => address };

const STRETCH = 0;  // app::JobKind

function makeJobs(source, compiled, tell) {
  let worker = null;
  let current = 0, kind = 0;
  const waiting = [];
  let address = '';

  function startWorker() {
    address = address || URL.createObjectURL(new Blob([source], { type: 'text/javascript' }));
    worker = new Worker(trust.createScriptURL(address));
    worker.onmessage = ({ data }) => {
      if (data.progress) { tell('jobProgress', { job: current, ...data.progress }); return; }
      const job = current;
      current = 0;
      // Stretching a passphrase takes up to 512 MiB, which a module never gives back: its Worker ends.
      if (kind === STRETCH) stopWorker();
      if (data.output) tell('jobDone', { job, output: data.output });
      else tell('jobFailed', { job, error: data.error });
      next();
    };
    worker.onerror = (event) => {
      event.preventDefault();
      const job = current;
      stopWorker();
      if (job) tell('jobFailed', { job, error: { code: 'out_of_memory', where: 'job', detail: String(event.message).slice(0, 200) } });
      next();
    };
    worker.postMessage({ compiled });
  }
  function stopWorker() {
    if (worker) worker.terminate();
    worker = null;
    current = 0;
  }
  function next() {
    if (current || !waiting.length) return;
    const { job, work, input } = waiting.shift();
    if (!worker) startWorker();
    current = job;
    kind = work;
    worker.postMessage({ work, input }, [input.buffer]);  // given away: no copy of it stays here
  }

  return {
    start(effect) { waiting.push(effect); next(); },
    cancel({ job }) {
      const place = waiting.findIndex((each) => each.job === job);
      if (job !== current && place < 0) return;
      if (place >= 0) waiting.splice(place, 1);
      else stopWorker();
      tell('jobFailed', { job, error: { code: 'cancelled' } });
      next();
    },
  };
}
