// Puts the web app together: names by content, compressed copies, the page, and how big it all is.
// Usage: node make-dist.mjs --out DIR --page index.html --style style.css --assets DIR --packages NODE_MODULES
//        --module pairbook.js SCRIPT...
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const text = { type: 'string' };
const { values: from, positionals: scripts } = parseArgs({
  options: { out: text, page: text, style: text, assets: text, packages: text, module: text },
  allowPositionals: true,
});

// The relay sends the same as a header; in the page it holds on any other host.
const POLICY = [
  "default-src 'none'", "script-src 'self' 'wasm-unsafe-eval'", "connect-src 'self' wss:", "style-src 'self'",
  "font-src 'self' data: blob:", "img-src 'self' data: blob:", "worker-src 'self' blob:", "manifest-src 'self'",
  "form-action 'self'", "base-uri 'none'", "require-trusted-types-for 'script'", 'trusted-types pairbook',
].join('; ');
// The single file holds everything, so it may fetch nothing and run only what is in it.
const policyOfSingleFile = (script, style) => [
  "default-src 'none'", `script-src '${script}' 'wasm-unsafe-eval'`, `style-src '${style}'`, 'font-src data: blob:',
  'img-src data: blob:', 'worker-src blob:', "form-action 'none'", "base-uri 'none'",
  "require-trusted-types-for 'script'", 'trusted-types pairbook',
].join('; ');

const sizes = {};
const fresh = `${from.out}.new`;
rmSync(fresh, { recursive: true, force: true });
mkdirSync(fresh, { recursive: true });

function write(name, bytes) {
  const brotli = brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } });
  writeFileSync(join(fresh, name), bytes);
  writeFileSync(join(fresh, `${name}.br`), brotli);
  writeFileSync(join(fresh, `${name}.gz`), gzipSync(bytes, { level: 9 }));
  sizes[name] = { bytes: bytes.length, brotli: brotli.length };
  return name;
}

// name.<16 hex>.ext: the name changes when the content does, so browsers may keep it for ever.
function writeHashed(name, bytes) {
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 16);
  const [stem, ext] = name.split(/\.(?=[^.]+$)/);
  return write(`${stem}.${hash}.${ext}`, bytes);
}

// Comments and long names are for who reads the sources; the download does without.
async function joinScripts(module) {
  const parts = scripts.map((path) => readFileSync(path, 'utf8'));
  const whole = `(() => {\n'use strict';\nconst SCRIPT = globalThis.document ? document.currentScript : null;\n${module}\n${parts.join('\n')}\n})();\n`;
  const { minify } = createRequire(join(from.packages, 'here.js'))('terser');
  const { code } = await minify(whole, { ecma: 2020, compress: { passes: 2 } });
  return Buffer.from(`${code}\n`);
}

function fill(page, places) {
  return Buffer.from(page.replace(/@([A-Z]+)@/g, (all, name) => (name in places ? places[name] : all)));
}

const module = readFileSync(from.module, 'utf8');
const wasm = readFileSync(join(dirname(from.module), basename(from.module).replace(/\.js$/, '.wasm')));
const asset = (name) => readFileSync(join(from.assets, name));
const page = readFileSync(from.page, 'utf8');

const scriptText = await joinScripts(module);
const styleText = readFileSync(from.style);
const script = writeHashed('app.js', scriptText);
const style = writeHashed('style.css', styleText);
const files = {
  wasm: writeHashed('pairbook.wasm', wasm),
  regular: writeHashed('inter-400.ttf', asset('inter-400.ttf')),
  semibold: writeHashed('inter-600.ttf', asset('inter-600.ttf')),
  icons: writeHashed('icons.ttf', asset('icons.ttf')),
};
write('index.html', fill(page, {
  POLICY,
  STYLE: `<link rel="stylesheet" href="${style}">`,
  PRELOAD: Object.values(files).map((name) => `<link rel="preload" as="fetch" crossorigin href="${name}">`).join('\n'),
  SCRIPT: `<script src="${script}" ${Object.entries(files).map(([key, name]) => `data-${key}="${name}"`).join(' ')} defer></script>`,
}));

const served = Object.values(sizes);
sizes.total = {
  bytes: served.reduce((sum, size) => sum + size.bytes, 0),
  brotli: served.reduce((sum, size) => sum + size.brotli, 0),
};
// One file for a stick or an attachment: base64, because raw bytes do not survive being read as HTML.
function singleFile() {
  const sourceHash = (bytes) => `sha256-${createHash('sha256').update(bytes).digest('base64')}`;
  if (/<\/script|<!--/i.test(scriptText)) throw new Error('the script would end inside its own page');
  const inside = { wasm, regular: asset('inter-400.ttf'), semibold: asset('inter-600.ttf'), icons: asset('icons.ttf') };
  return fill(page, {
    POLICY: policyOfSingleFile(sourceHash(scriptText), sourceHash(styleText)),
    STYLE: `<style>${styleText}</style>`,
    PRELOAD: '',
    SCRIPT: `${Object.entries(inside).map(([name, bytes]) => `<script type="text/plain" id="data-${name}">${bytes.toString('base64')}</script>`).join('\n')}\n<script>${scriptText}</script>`,
  });
}
const single = singleFile();
writeFileSync(join(fresh, 'pairbook.html'), single);
writeFileSync(join(fresh, 'sizes.json'), `${JSON.stringify({ ...sizes, 'pairbook.html': { bytes: single.length } }, null, 2)}\n`);

const old = `${from.out}.old`;
rmSync(old, { recursive: true, force: true });
try { renameSync(from.out, old); } catch (error) { if (error.code !== 'ENOENT') throw error; }
renameSync(fresh, from.out);
rmSync(old, { recursive: true, force: true });
console.log(`${readdirSync(from.out).length} files, ${sizes.total.brotli} bytes with brotli`);
