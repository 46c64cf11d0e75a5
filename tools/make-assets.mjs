// Makes the fonts and icons that the web app ships, from npm packages.
// Usage: node make-assets.mjs NODE_MODULES ICONS_TXT OUTPUT_FOLDER
import { createRequire } from 'node:module';
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const [modules, list, output] = process.argv.slice(2).map((path) => resolve(path));
const require = createRequire(join(modules, 'here.js'));
const subsetFont = require('subset-font');

const fromModules = (...path) => readFileSync(join(modules, ...path));
const write = (name, bytes) => writeFileSync(join(output, name), bytes);

// Every character that a font of Latin letters can have.
const anyText = Array.from({ length: 0xd7e0 }, (_, at) => String.fromCodePoint(0x20 + at)).join('');

// All of Inter's Latin characters, without what nothing here draws with: other shapes of the same
// letter, and kerning, which is a third of the file. The canvas never kerns, so the browser's own text
// (fields, print) now has the same widths. Marks that combine with a letter keep their places.
async function makeInter(weight) {
  // stb_truetype, which draws on the canvas, reads no WOFF2; the browser gets the same bytes.
  const packed = fromModules('@fontsource/inter/files', `inter-latin-${weight}-normal.woff2`);
  const ttf = await subsetFont(packed, anyText, {
    targetFormat: 'truetype',
    keepFeatures: ['ccmp', 'mark', 'mkmk'],
    noLayoutClosure: true,
    noHinting: true,
    dropTables: ['STAT'],
  });
  write(`inter-${weight}.ttf`, ttf);
  return { file: `inter-${weight}.ttf`, family: 'Inter', weight, bytes: ttf.length };
}

function readIconNames() {
  const names = readFileSync(list, 'utf8').split('\n').map((line) => line.trim()).filter(Boolean);
  const info = JSON.parse(fromModules('lucide-static/font/info.json'));
  // An icon that was renamed upstream keeps its old name as an alias of the same drawing.
  const unknown = names.filter((name) => !info[name]);
  if (unknown.length) throw new Error(`web/icons.txt: lucide has no icon ${unknown.join(', ')}`);
  return names.map((name) => ({
    name: name.replaceAll('-', '_'),
    point: parseInt(info[name].encodedCode.replace('\\', ''), 16),
  }));
}

function iconsHeader(icons) {
  const lines = icons.map(
    ({ name, point }) =>
      `inline constexpr char32_t ${name} = 0x${point.toString(16).toUpperCase()};`,
  );
  return `/// Code points of the icons in icons.ttf; made by tools/make-assets.mjs from web/icons.txt.
#pragma once

namespace pairbook::ui::icons {

${lines.join('\n')}

}  // namespace pairbook::ui::icons
`;
}

const fonts = [await makeInter(400), await makeInter(600)];
const icons = readIconNames();
const text = icons.map(({ point }) => String.fromCodePoint(point)).join('');
const ttf = await subsetFont(fromModules('lucide-static/font/lucide.ttf'), text, {
  targetFormat: 'truetype',
});
write('icons.ttf', ttf);
write('icons.hpp', iconsHeader(icons));
fonts.push({ file: 'icons.ttf', family: 'Pairbook Icons', weight: 400, bytes: ttf.length });
write('fonts.json', JSON.stringify({ fonts, icons: icons.length }, null, 2) + '\n');
