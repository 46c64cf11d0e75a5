// Packages of the tests live in the set-up's cache, not beside us.
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

export const SOURCE = join(import.meta.dirname, '../..');

function modulesFolder() {
  if (process.env.PAIRBOOK_BROWSER_NODE_MODULES) return process.env.PAIRBOOK_BROWSER_NODE_MODULES;
  const paths = join(SOURCE, 'build/setup/paths.cmake');
  const found = existsSync(paths) && readFileSync(paths, 'utf8').match(/PAIRBOOK_BROWSER_NODE_MODULES \[==\[(.*)\]==\]/);
  if (!found) throw new Error('Run ./tools/setup first: it fetches what the browser tests need.');
  return found[1];
}

export const require = createRequire(join(modulesFolder(), 'here.js'));
