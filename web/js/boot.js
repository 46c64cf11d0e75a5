// Brings everything together: the page here, or the Worker when there is no page.

const CURSORS = ['default', 'pointer', 'text', 'not-allowed'];
const hex = (rgb) => `#${(rgb >>> 0).toString(16).padStart(6, '0')}`;

// Files beside the page, or inside it when it is one single file.
async function load(name) {
  const inside = document.getElementById(`data-${name}`);
  if (inside) return Uint8Array.from(atob(inside.textContent), (letter) => letter.charCodeAt(0));
  const answer = await fetch(SCRIPT.dataset[name]);
  if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
  return new Uint8Array(await answer.arrayBuffer());
}
async function compile() {
  if (document.getElementById('data-wasm')) return WebAssembly.compile(await load('wasm'));
  try { return await WebAssembly.compileStreaming(fetch(SCRIPT.dataset.wasm)); } catch { return WebAssembly.compile(await load('wasm')); }
}
const loadSource = async () => (SCRIPT.src ? (await fetch(SCRIPT.src, { cache: 'force-cache' })).text() : SCRIPT.textContent);

async function runPage() {
  const container = document.getElementById('app');
  const root = document.getElementById('mirror');
  const canvas = document.getElementById('canvas');
  let engine = null;
  let noWebgl = false;
  let forced = false;
  const plain = () => noWebgl || forced;

  const [compiled, regular, semibold, icons, source] = await Promise.all([compile(), load('regular'), load('semibold'), load('icons'), loadSource()]);
  // The same bytes for what the browser writes and what the canvas paints.
  for (const [bytes, weight] of [[regular, '400'], [semibold, '600']]) document.fonts.add(new FontFace('Inter', bytes.slice().buffer, { weight }));
  await document.fonts.ready;

  const tell = (name, fields) => engine.with(packEvent(name, fields), engine.pb_event);
  const live = { status: document.getElementById('polite'), alert: document.getElementById('urgent') };
  const mirror = makeMirror(root, (role, text) => { live[role].textContent = text; });
  const frames = makeFrames(() => engine.pb_draw());
  const runs = makeRuns((at, size) => engine.bytesAt(at, size), () => document.documentElement.style.getPropertyValue('--text'));
  const waking = { time: 0, timer: 0 };
  const turns = makeTurns(() => tell('woke'));
  const effects = {};

  const module = await instantiate(compiled, {
    mirror: (at, size) => mirror.update(engine.bytesAt(at, size)),
    effect: (at, size) => { const effect = readEffect(engine.bytesAt(at, size)); effects[effect.kind](effect); },
    kick: frames.kick,
    wake: (time) => frames.wake(time, () => frames.kick(1)),
    cursor: (cursor) => { container.style.cursor = CURSORS[cursor]; },
    colors(background, text, hint, accent, dark) {
      const style = document.documentElement.style;
      style.setProperty('--bg', hex(background));
      style.setProperty('--text', hex(text));
      style.setProperty('--hint', hex(hint));
      style.setProperty('--accent', hex(accent));
      style.colorScheme = dark ? 'dark' : 'light';
    },
    random: (at, size) => fillWithChance(engine.bytesAt(at, size)),
    measure: runs.measure,
    drawRun: runs.draw,
    progress: () => {},
  });
  engine = wrap(module);

  const storage = await makeStorage(tell);
  const jobs = makeJobs(source, compiled, tell);
  const typingIn = (target) => target instanceof Element && Boolean(target.closest('input:not([type=checkbox]):not([type=radio]):not([type=range]),textarea'));
  const files = makeFiles(container, tell, typingIn);
  const routes = followRoutes(tell);
  const lines = makeLines(tell);

  Object.assign(effects, {
    loadBook: storage.loadBook,
    stageRows: storage.stageRows,
    saveCommit: storage.saveCommit,
    deleteBook: storage.deleteBook,
    releaseBook: storage.releaseBook,
    takeOverWriter: storage.takeOverWriter,
    requestPersistence: async () => tell('persistenceChanged', { persisted: await askToPersist() }),
    // Told a moment later: an effect is carried out inside the event that caused it.
    startJob: (effect) => queueMicrotask(() => jobs.start(effect)),
    cancelJob: (effect) => queueMicrotask(() => jobs.cancel(effect)),
    wakeAt({ time }) {
      clearTimeout(waking.timer);
      waking.timer = setTimeout(() => tell('woke'), Math.min(Math.max(0, time - Date.now()), 2 ** 31 - 1));
    },
    continue: turns.next,
    download: files.download,
    copyText: files.copy,
    print: (report) => setTimeout(() => printReport(report)),
    pickFile: files.pick,
    setRoute: routes.set,
    savePreferences: ({ bytes }) => savePreferences(bytes),
    openLink,
    openLine: lines.open,
    sendOnLine: lines.send,
    closeLine: lines.close,
  });

  noWebgl = !engine.with(regular, (a, as) => engine.with(semibold, (b, bs) => engine.with(icons, (c, cs) => engine.pb_start(a, as, b, bs, c, cs))));

  const wishes = ({ dark, contrast, forced: colors, stillness, coarse }) => {
    forced = colors;
    document.documentElement.classList.toggle('plain', plain());
    engine.pb_follow(Number(dark), Number(contrast), Number(stillness), Number(coarse), Number(colors));
  };
  const now = followPreferences(wishes);
  wishes(now);

  const box = container.getBoundingClientRect();
  canvas.width = Math.round(box.width * window.devicePixelRatio);  // exactly, once it is observed
  canvas.height = Math.round(box.height * window.devicePixelRatio);
  engine.pb_resize(box.width, box.height, window.devicePixelRatio);
  const can = [storage.available, await isPersisted(), location.protocol === 'file:', !noWebgl, typeof window.print === 'function', APPLE];
  tell('started', {
    books: await storage.books(),
    preferences: loadPreferences(),
    capabilities: can.reduce((bits, yes, place) => bits | (yes ? 1 << place : 0), 0),
    route: location.hash,
    times: localTimes(Date.now()),
    servedFrom: location.protocol === 'file:' ? '' : location.origin,
  });

  followSize(container, canvas, (width, height, dpr) => { engine.pb_resize(width, height, dpr); engine.pb_draw(); });
  listenForActions(root, mirror, (id, kind, value) => engine.with(toUtf8.encode(value), (at, size) => engine.pb_action(id, kind, at, size)), { plain });
  listenToPointer(container, engine, frames.kick, { plain, stillness: () => matchMedia('(prefers-reduced-motion: reduce)').matches });
  printScreenByItself(root);
  canvas.addEventListener('webglcontextlost', (event) => { event.preventDefault(); engine.pb_context_lost(); });
  canvas.addEventListener('webglcontextrestored', () => engine.pb_context_restored());
  document.addEventListener('visibilitychange', () => { tell(document.hidden ? 'pageHidden' : 'pageShown'); });
  addEventListener('beforeunload', (event) => { if (storage.unsaved()) event.preventDefault(); });

  let active = 0;
  for (const sign of ['pointerdown', 'keydown', 'wheel', 'pointermove']) {
    addEventListener(sign, () => {
      const time = Date.now();
      if (time - active < 1000) return;
      active = time;
      tell('personActive');
    }, { capture: true, passive: true });
  }

  engine.pb_draw();
  document.getElementById('boot').remove();
}

if (globalThis.document) {
  runPage().catch((failure) => {
    const text = document.getElementById('boot-text');
    if (text) text.textContent = 'Pairbook could not start. Reload the page; if that does not help, try a current browser.';
    console.error(failure);
  });
} else {
  runWorker();
}
