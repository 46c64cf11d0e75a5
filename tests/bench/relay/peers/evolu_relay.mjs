// Evolu's relay as its package starts it, in the working folder. Usage: node evolu_relay.mjs PORT
//
// Two things are not its own. Its driver, better-sqlite3, comes as a binary from elsewhere or is
// compiled with headers that are not here, so Node's own SQLite takes its place, used in the same
// way: every statement prepared once, no PRAGMA. And it listens on 127.0.0.1 only.
import { Server } from "node:net";
import { DatabaseSync } from "node:sqlite";
import { fetched } from "../paths.mjs";

const { ok } = fetched("@evolu/common");
const { createRelayDeps, createRun, startRelay } = fetched("@evolu/nodejs");

const createSqliteDriver = (name) => () => {
  const database = new DatabaseSync(`${name}.db`);
  const statements = new Map();
  const prepared = (sql) => {
    if (!statements.has(sql)) {
      const statement = database.prepare(sql);
      statements.set(sql, { statement, reads: statement.columns().length > 0 });
    }
    return statements.get(sql);
  };
  return ok({
    exec({ sql, parameters }) {
      const { statement, reads } = prepared(sql);
      if (reads) return { rows: statement.all(...parameters), changes: 0 };
      return { rows: [], changes: Number(statement.run(...parameters).changes) };
    },
    export: () => new Uint8Array(),
    deleteDatabase() {},
    [Symbol.dispose]: () => database.close(),
  });
};

const { listen } = Server.prototype;
Server.prototype.listen = function (port) {
  return listen.call(this, { port, host: "127.0.0.1", backlog: 4096 });
};
const run = createRun({ ...createRelayDeps(), createSqliteDriver });
await run.orThrow(startRelay({ port: Number(process.argv[2]), isOwnerWithinQuota: () => true }));
console.log("ready");
