// Measures the web app with many people in a real browser: how long things take, the longest time the
// page is deaf, frames while scrolling, what it does when idle, memory, download.
// Usage: node tests/bench/browser_bench.mjs [--people 50000] [--match 10000] [--browser chromium|firefox] [--dist DIR]
// Ends in a table of figures and promises; a line of it begins with "|".
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { App } from '../browser/app.mjs';
import { LAUNCH } from '../browser/browsers.mjs';
import { SOURCE } from '../browser/modules.mjs';
import { serve } from '../browser/server.mjs';
import { drop, go, saved, startProgramme, unlock } from '../browser/story.mjs';
import { longestTasks } from './tasks.mjs';

const { values: options } = parseArgs({
  options: {
    people: { type: 'string', default: '50000' }, match: { type: 'string', default: '10000' }, browser: { type: 'string' },
    dist: { type: 'string', default: join(SOURCE, 'build/web/dist') },
    relay: { type: 'string', default: '' },
  },
});
const PEOPLE = Number(options.people);
const PATIENCE = 300_000;
const rows = PEOPLE.toLocaleString('en-GB');

// The same kind of file as tests/bench/people_file.hpp makes.
function peopleFile(people) {
  let state = 20261122;
  const below = (most) => { state = (Math.imul(state, 1664525) + 1013904223) >>> 0; return Math.floor(state / 4294967296 * most); };
  const pick = (...from) => from[below(from.length)];
  const lines = ['First name,Last name,E-mail,Role,Organisation,Grade,Skills,Languages,Time zone,Available,Remote,Goals'];
  for (let i = 0; i < people; ++i) {
    const family = Array.from({ length: 8 }, () => String.fromCharCode(97 + below(26))).join('');
    lines.push([pick('Amina', 'Zoë', 'Łukasz', 'Ольга', 'Wei', 'Neha', 'João', 'Maria'), family, `person${i}@example.org`, pick('mentor', 'mentee'),
      pick('Looms', 'Bridges', 'North', 'South', 'River', '"Hill, Ltd"'), pick('AA', 'AO', 'EO', 'HEO', 'SEO', 'Grade 7'),
      `"${pick('maths', 'law', 'cooking')}, ${pick('writing', 'speaking')}"`, pick('English', 'Polish; English', 'French; English'),
      pick('Europe/Warsaw', 'Africa/Dakar', 'Asia/Kolkata'), pick('Mon 09:00-12:00', 'Tue 14:00-16:00; Fri 09:00-10:30'), pick('yes', 'no'),
      '"I would like to learn how to ""lead"" a team"'].join(','));
  }
  return { name: 'people.csv', text: lines.join('\r\n') };
}

// Before the page's script, where a browser tells nothing better: the longest gap between two turns of the
// event loop.
function watchTasks() {
  const told = { gap: 0 };
  Object.defineProperty(globalThis, '__tasks', { value: told });
  const channel = new MessageChannel();
  let before = performance.now();
  channel.port1.onmessage = () => { const now = performance.now(); told.gap = Math.max(told.gap, now - before); before = now; setTimeout(() => { before = performance.now(); channel.port2.postMessage(0); }, 4); };
  channel.port2.postMessage(0);
}

const MATCHED = Number(options.match);

const table = [];
function figure(name, value, unit, promise, met) {
  const shown = Number.isInteger(value) ? value.toLocaleString('en-GB') : value.toFixed(1);
  table.push(`| ${name} | ${shown} ${unit} | ${promise} | ${promise ? (met(value) ? 'yes' : 'no') : ''} |`);
  console.log(`  ${name}: ${shown} ${unit}`);
}
const atMost = (limit) => (value) => value <= limit;
const quantile = (values, share) => values.slice().sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))];

const labelOf = (engine) => (name) => `${name} (${engine.name === 'chromium' ? 'Chromium' : 'Firefox'})`;

// Longest task of a step; what it needs is made beforehand, so that only the app's own work is seen.
async function stepsOf(app, engine, label) {
  const session = engine.name === 'chromium' ? await app.context.newCDPSession(app.page) : null;
  return async (name, work, { longest = 50 } = {}) => {
    await app.page.evaluate(() => { __tasks.gap = 0; });
    // What the measuring itself leaves behind is not the app's.
    await session?.send('HeapProfiler.collectGarbage');
    let took = 0;
    const timed = async () => {
      const started = performance.now();
      await work();
      took = (performance.now() - started) / 1000;
      await app.page.waitForTimeout(200);
    };
    let most = 0;
    if (session) {
      const tasks = await longestTasks(session, timed);
      [most] = tasks;
      console.log(`  ${name}: longest tasks ${tasks.map((each) => each.toFixed(1)).join(', ')} ms`);
    } else {
      await timed();
      most = await app.page.evaluate(() => __tasks.gap);
    }
    figure(label(`${name}: time`), took, 's', '', null);
    figure(label(`${name}: longest ${session ? 'task' : 'gap'}`), most, 'ms', longest ? `at most ${longest} ms` : '', atMost(longest));
    return took;
  };
}

// A round of many people: the rules counted, pairs proposed, looked at, made real.
async function measureMatching(engine, origin) {
  const app = await App.open(engine, origin, { init: watchTasks });
  app.context.setDefaultTimeout(PATIENCE);
  const step = await stepsOf(app, engine, labelOf(engine));
  const many = MATCHED.toLocaleString('en-GB');
  await startProgramme(app);
  await drop(app, peopleFile(MATCHED));
  await app.press('Next');
  await app.press(/^Bring in/);
  await app.button('See people').waitFor();
  await app.said('Saved on this device').waitFor();
  await step(`counting the pairs that are allowed among ${many} people`, async () => {
    await app.page.evaluate(() => { location.hash = '#/rules'; });
    await app.button('Use these rules').first().click();
    await app.said(/possible pairs are allowed/).waitFor();
  });
  await step(`proposing pairs among ${many} people`, async () => {
    await go(app, 'Match');
    await app.said(/^Proven/).waitFor();
  });
  await step('making them real', async () => {
    await app.button(/^Approve all/).click();
    await app.button(/^Approve all 0/).waitFor();
    await saved(app);
  });
  await step('the list of pairs', async () => {
    await go(app, 'Pairs');
    await app.said(/^[\d,]+ pairs$/).first().waitFor();
  });
  await step('taking them back', async () => {
    await app.button(/^Undo/).first().click();
    await app.said(/Taken back/).first().waitFor();
    await saved(app);
  });
  if (app.complaints.length) console.log(app.complaints.join('\n'));
  await app.close();
}

async function measure(engine, origin) {
  const app = await App.open(engine, origin, { init: watchTasks });
  app.context.setDefaultTimeout(PATIENCE);
  const label = labelOf(engine);

  const step = await stepsOf(app, engine, label);

  // Warm: the second visit.
  await app.page.reload();
  await app.ready();
  const warm = [];
  for (let round = 0; round < 5; ++round) {
    await app.page.reload();
    await app.ready();
    warm.push(await app.page.evaluate(() => ({
      paint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0,
      ready: performance.getEntriesByName('pairbook-ready')[0]?.startTime ?? performance.now(),
    })));
  }
  const middle = (of) => quantile(warm.map(of), 0.5);
  if (middle((each) => each.paint)) figure(label('first frame, warm cache'), middle((each) => each.paint), 'ms', 'at most 500 ms', atMost(500));
  figure(label('interactive, warm cache'), middle((each) => each.ready), 'ms', 'at most 1,000 ms', atMost(1000));

  await startProgramme(app);
  await go(app, 'People');
  await saved(app);
  const file = peopleFile(PEOPLE);
  await app.page.evaluate((given) => { globalThis.__file = new File([given.text], given.name, { type: 'text/csv' }); }, file);
  await step(`reading a file of ${rows} rows`, async () => {
    await app.page.evaluate(() => {
      const transfer = new DataTransfer();
      transfer.items.add(globalThis.__file);
      document.getElementById('app').dispatchEvent(new DragEvent('drop', { dataTransfer: transfer, bubbles: true, cancelable: true }));
    });
    await app.said(`people.csv: ${rows} rows`).waitFor();
  });
  await step('planning the rows', async () => {
    await app.press('Next');
    await app.button(/^Bring in/).waitFor();
  });
  await step('bringing them in, sealed and stored', async () => {
    await app.press(/^Bring in/);
    await app.button('See people').waitFor();
    await app.said('Saved on this device').waitFor();
  });
  await step('the list of people', async () => {
    await app.press('See people');
    await app.said(`${rows} people`).first().waitFor();
  });
  await app.page.waitForTimeout(3000);

  // Frames while the list is scrolled by wheel, and how long each draws.
  await app.page.mouse.move(640, 600);
  await app.page.evaluate(() => {
    const frames = { drawn: [], gaps: [], last: 0 };
    globalThis.__frames = frames;
    const ask = globalThis.requestAnimationFrame.bind(globalThis);
    globalThis.requestAnimationFrame = (draw) => ask((now) => {
      const before = performance.now();
      draw(now);
      frames.drawn.push(performance.now() - before);
      if (frames.last && now - frames.last < 100) frames.gaps.push(now - frames.last);
      frames.last = now;
    });
  });
  await step('scrolling the list of people', async () => {
    for (let turn = 0; turn < 120; ++turn) {
      await app.page.mouse.wheel(0, 400);
      await app.page.waitForTimeout(16);
    }
    await app.page.waitForTimeout(800);
  });
  const drawn = await app.page.evaluate(() => __frames.drawn);
  const gaps = await app.page.evaluate(() => __frames.gaps);
  figure(label('drawing one frame while scrolling, median'), quantile(drawn, 0.5), 'ms', 'at most 4 ms', atMost(4));
  figure(label('drawing one frame while scrolling, 95 %'), quantile(drawn, 0.95), 'ms', '', null);
  figure(label('from frame to frame while scrolling, median'), quantile(gaps, 0.5), 'ms', '', null);
  figure(label('from frame to frame while scrolling, 95 %'), quantile(gaps, 0.95), 'ms', '', null);

  await step('searching', async () => {
    await app.page.getByRole('searchbox').or(app.field(/search/i)).first().fill('person4999@');
    await app.said(/^1 of |^1 person/).first().waitFor();
  });
  await app.page.getByRole('searchbox').or(app.field(/search/i)).first().fill('');

  const idle = await app.workIn(5000);
  figure(label('frames in 5 s of rest'), idle.frames, '', '0', atMost(0));
  figure(label('DOM operations in 5 s of rest'), idle.operations, '', '0', atMost(0));

  await step('taking the import back', async () => {
    await app.page.keyboard.press('Escape');
    await app.button(/^Undo/).first().click();
    await app.said(/Taken back/).first().waitFor();
    await saved(app);
  });
  await step('doing it again', async () => {
    await app.button(/^Redo/).first().click();
    await app.said(/Done again/).first().waitFor();
    await saved(app);
  });

  await app.page.reload();
  await app.ready();
  await app.page.evaluate(() => 0);
  await step('unlocking, key stretched in a Worker', async () => {
    await unlock(app);
    await app.link('People').first().waitFor();
  });
  await step('the list after unlocking', async () => {
    await go(app, 'People');
    await app.said(`${rows} people`).first().waitFor();
  });
  await app.page.waitForTimeout(2000);
  if (engine.name === 'chromium') {
    const tools = await app.context.newCDPSession(app.page);
    await tools.send('HeapProfiler.collectGarbage');
    const { usedSize } = await tools.send('Runtime.getHeapUsage');
    const wasm = await app.page.evaluate(() => globalThis.__wasmBytes?.() ?? 0);
    figure(label('JavaScript heap with everybody loaded'), usedSize / 1048576, 'MiB', '', null);
    if (wasm) figure(label('WebAssembly memory'), wasm / 1048576, 'MiB', '', null);
  }
  if (app.complaints.length) console.log(app.complaints.join('\n'));
  await app.close();
}

// What a first visit downloads: everything but the single file, as the server sends it.
function download() {
  const files = readdirSync(options.dist).filter((name) => name.endsWith('.br') && !/^pairbook\.html/.test(name));
  const bytes = files.reduce((sum, name) => sum + readFileSync(join(options.dist, name)).length, 0);
  figure('download with brotli', bytes / 1000, 'kB', 'at most 600 kB', atMost(600));
  const single = join(options.dist, 'pairbook.html');
  if (existsSync(single)) figure('the single file', readFileSync(single).length / 1e6, 'MB', 'at most 3 MB', atMost(3));
}

download();
const site = await serve(options.dist, options.relay);
try {
  for (const name of options.browser ? [options.browser] : ['chromium']) {
    const engine = await LAUNCH[name]();
    try {
      if (PEOPLE) await measure(engine, site.origin);
      if (MATCHED) await measureMatching(engine, site.origin);
    } finally { await engine.stop(); }
  }
} finally { site.stop(); }
console.log('\n| what | measured | promise | met |\n|---|---|---|---|');
console.log(table.join('\n'));
