// The load: plays all clients of one scenario against one peer, and prints the figures.
// Usage: node load.mjs PEER SCENARIO ADDRESS ROOT-PROCESS OPTIONS   (the third and the last are JSON)
import { peers } from "./peers.mjs";
import { catchUp } from "./scenarios/catch_up.mjs";
import { fanOut } from "./scenarios/fan_out.mjs";
import { idle } from "./scenarios/idle.mjs";
import { throughput } from "./scenarios/throughput.mjs";

const scenarios = { catchUp, fanOut, idle, throughput };
const [peer, scenario, address, root, options] = process.argv.slice(2);
const run = { peer: peers[peer], address: JSON.parse(address), root: Number(root) };
console.log(JSON.stringify(await scenarios[scenario](run, JSON.parse(options))));
process.exit(0);
