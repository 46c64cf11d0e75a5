// Drives the release build in Chromium and Firefox; the last line is `N passed, N failed`.
// Usage: node tests/browser/run.mjs [--browser chromium|firefox] [--only WORDS] [--dist DIR] [--list]
import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { App } from './app.mjs';
import { LAUNCH } from './browsers.mjs';
import { SOURCE } from './modules.mjs';
import { serve } from './server.mjs';

const LONGEST_TEST = 120_000;

const { values: options } = parseArgs({
  options: {
    browser: { type: 'string' }, only: { type: 'string', default: '' }, list: { type: 'boolean', default: false },
    dist: { type: 'string', default: join(SOURCE, 'build/web/dist') },
    relay: { type: 'string', default: join(SOURCE, 'build/native/bin/pairbook-relay') },
  },
});

// Each file of tests exports `tests`: {name, in: browsers, run(t)}.
async function readTests() {
  const folder = join(import.meta.dirname, 'tests');
  const all = [];
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.mjs')).sort()) {
    const { tests } = await import(join(folder, file));
    all.push(...tests);
  }
  return all.filter(({ name }) => name.toLowerCase().includes(options.only.toLowerCase()));
}

class Failure extends Error {}
const expect = (truth, words) => { if (!truth) throw new Failure(words); };

function limited(work, milliseconds) {
  let timer;
  const late = new Promise((_, reject) => { timer = setTimeout(() => reject(new Failure(`took longer than ${milliseconds / 1000} s`)), milliseconds); });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

async function runTest(test, engine) {
  const apps = [];
  const servers = [];
  const others = [];
  const t = {
    engine: engine.name,
    program: (name) => join(dirname(options.relay), name),
    expect,
    serve: async (more) => { const server = await serve(options.dist, options.relay, more); servers.push(server); return server; },
    // The same with the other browser, for what happens between two.
    openOther: async (more = {}) => {
      const other = await LAUNCH[Object.keys(LAUNCH).find((name) => name !== engine.name)]();
      others.push(other);
      const app = await App.open(other, more.origin || site.origin, more);
      apps.push(app);
      return app;
    },
    open: async (more = {}) => {
      const app = await App.open(engine, more.origin || site.origin, more);
      apps.push(app);
      return app;
    },
  };
  try {
    await limited(test.run(t), test.limit || LONGEST_TEST);
    const complaints = apps.flatMap((app) => app.complaints);
    expect(complaints.length === 0 || test.mayComplain, complaints.join('\n'));
    return '';
  } catch (error) {
    for (const [number, app] of apps.entries()) {
      await app.picture(`failed-${engine.name}-${test.name.replace(/[^a-z0-9]+/gi, '-').slice(0, 60)}-${number}`).catch(() => {});
      if (app.complaints.length) error.message += `\n${app.complaints.join('\n')}`;
    }
    return error instanceof Failure ? error.message : error.stack.split('\n').slice(0, 12).join('\n');
  } finally {
    await Promise.all(apps.map((app) => app.close().catch(() => {})));
    servers.forEach((server) => server.stop());
    await Promise.all(others.map((other) => other.stop()));
  }
}

if (!existsSync(join(options.dist, 'index.html'))) {
  console.log(`There is no web app in ${options.dist}. Build it first: ./tools/build.sh, or cmake --build --preset web.`);
  console.log('0 passed, 1 failed');
  process.exit(1);
}

const tests = await readTests();
if (options.list) { for (const { name } of tests) console.log(name); process.exit(0); }
const indented = (text) => text.replaceAll('\n', '\n  ');
const site = await serve(options.dist, options.relay);
let passed = 0, failed = 0;
for (const name of options.browser ? [options.browser] : Object.keys(LAUNCH)) {
  const engine = await LAUNCH[name]().catch((error) => ({ trouble: error.message.split('\n')[0] }));
  if (engine.trouble) {
    failed += 1;
    console.log(`FAILED ${name}: it could not be started: ${engine.trouble}`);
    continue;
  }
  for (const test of tests.filter(({ in: browsers }) => browsers.includes(name))) {
    const started = Date.now();
    let trouble = await runTest(test, engine);
    if (trouble) {
      // A machine may be too busy for a moment; what is broken breaks again. Both are told.
      console.log(`AGAIN ${name}: ${test.name}\n  ${indented(trouble)}`);
      trouble = await runTest(test, engine);
    }
    if (trouble) failed += 1; else passed += 1;
    console.log(`${trouble ? 'FAILED' : 'ok'} ${name}: ${test.name} (${((Date.now() - started) / 1000).toFixed(1)} s)${trouble ? `\n  ${indented(trouble)}` : ''}`);
  }
  await engine.stop();
}
site.stop();
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed || !passed ? 1 : 0);
