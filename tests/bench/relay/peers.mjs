// Who is measured. Each peer is one file in `peers` with one object:
//
//   name, flush          what it is called, and what an acknowledged append has survived by then
//   start(folder)        starts it with its data in an empty folder: { process, address, stop() }
//   space(n)             where entries are kept apart from others': a place, an owner, a document, a stream
//   connect(address)     a connection, with
//     make(space)                  before anybody else comes to the space
//     write(space)                 gets ready to append
//     append(space, payloads, acknowledged)
//     subscribe(space, heard)      to what comes from now on; `heard(bytes)` for each message, in any wrapping
//     catchUp(space, heard)        from the first entry on; heard as above, until the connection is closed
//     close()
//
// `process` is the root of all processes of the peer, and ends last.
import { evolu } from "./peers/evolu.mjs";
import { hocuspocus } from "./peers/hocuspocus.mjs";
import { pairbookOnPostgres, pairbookOnSqlite } from "./peers/pairbook.mjs";
import { redis } from "./peers/redis.mjs";

export const peers = {
  pairbook: pairbookOnSqlite,
  "pairbook-postgres": pairbookOnPostgres,
  evolu,
  redis,
  hocuspocus,
};
