// What scenarios begin with: spaces, each with somebody who writes and others who listen.
import { randomBytes } from "node:crypto";
import { payloadOf, payloadsIn } from "../figures.mjs";
import { inParallel } from "../pacing.mjs";

const noise = randomBytes(600);
export const payload = (n) => payloadOf(n, noise);

// `heard(n)` is called for every message that any listener gets.
export async function spacesWith({ peer, address }, count, listeners, heard) {
  const spaces = [];
  await inParallel(count, 8, async (n) => {
    const space = peer.space(n);
    const writer = await peer.connect(address);
    await writer.make(space);
    await writer.write(space);
    spaces.push({ space, append: (payloads, done) => writer.append(space, payloads, done) });
    for (let each = 0; each < listeners; ++each) {
      const listener = await peer.connect(address);
      await listener.subscribe(space, (bytes) => payloadsIn(bytes, heard));
    }
  });
  return spaces;
}
