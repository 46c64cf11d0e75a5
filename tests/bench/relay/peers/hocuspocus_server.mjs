// Hocuspocus as it comes, without an extension that stores. Usage: node hocuspocus_server.mjs PORT
import { fetched } from "../paths.mjs";

const { Server } = fetched("@hocuspocus/server");
await new Server({ address: "127.0.0.1", port: Number(process.argv[2]), quiet: true }).listen();
console.log("ready");
