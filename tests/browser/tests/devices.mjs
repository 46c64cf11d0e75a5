// The devices of one person agree through a relay: two browsers and the terminal.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PASSPHRASE, PROGRAMME, data, downloaded, go, importFile, startProgramme } from '../story.mjs';

const IN_STEP = 'Saved here and at the relay';
const inStep = (app) => app.exactly(IN_STEP).waitFor({ timeout: 20000 });
const person = (name) => ({ name: `${name}.csv`, text: `Name,Role\n${name} One,mentor\n${name} Two,mentee\n` });
const peopleAre = async (app, count) => { await go(app, 'People'); await app.exactly(`${count} people`).waitFor({ timeout: 20000 }); };

export const tests = [
  {
    name: 'two browsers and the terminal agree through a relay, also after it lost everything', in: ['chromium'], limit: 240_000,
    async run(t) {
      const folder = mkdtempSync(join(tmpdir(), 'pairbook-'));
      try {
        let server = await t.serve({ store: join(folder, 'relay.db') });
        const { origin, port } = server;
        const one = await t.open({ origin });
        await startProgramme(one);
        await importFile(one, data('small_mentors.csv'), 50);
        await go(one, 'Settings');
        t.expect(await one.field('Address of the relay').inputValue() === origin.replace('http', 'ws'), 'the page offers its own server');
        await one.button('Keep my devices in step').click();
        await inStep(one);
        const file = await downloaded(one, () => one.page.keyboard.press('Control+s'));

        const two = await t.openOther({ origin });
        const [chooser] = await Promise.all([two.page.waitForEvent('filechooser'), two.button('Open a book from a file').click()]);
        await chooser.setFiles({ name: 'harbour.pairbook', mimeType: 'application/octet-stream', buffer: file.bytes });
        await two.field('Passphrase').fill(PASSPHRASE);
        await two.page.keyboard.press('Enter');
        await two.heading(PROGRAMME).waitFor({ timeout: 30000 });
        await inStep(two);

        await peopleAre(one, 50);
        await importFile(two, person('Tove'), 2);
        await one.exactly('52 people').waitFor({ timeout: 20000 });

        // Apart, and the relay comes back with nothing.
        await server.stop();
        await one.exactly('Saved here, no connection').waitFor({ timeout: 20000 });
        await importFile(one, person('Uma'), 2);
        await importFile(two, person('Vera'), 2);
        rmSync(join(folder, 'relay.db'));
        for (const more of ['-wal', '-shm']) rmSync(join(folder, `relay.db${more}`), { force: true });
        server = await t.serve({ store: join(folder, 'relay.db'), port });
        for (const app of [one, two]) {
          await go(app, 'Settings');
          const now = app.button('Try now');
          if (await now.count()) await now.click().catch(() => {});
        }
        await Promise.all([inStep(one), inStep(two)]);
        await peopleAre(one, 56);
        await peopleAre(two, 56);

        const book = join(folder, 'harbour.pairbook');
        writeFileSync(book, file.bytes);
        const pairbook = (...words) => execFileSync(t.program('pairbook'), words, { encoding: 'utf8', env: { ...process.env, PAIRBOOK_PASSPHRASE: PASSPHRASE } });
        writeFileSync(join(folder, 'willa.csv'), person('Willa').text);
        pairbook('import', book, join(folder, 'willa.csv'));
        pairbook('sync', book);
        t.expect(JSON.parse(pairbook('people', book, '--json')).people.length === 58, 'the terminal has everybody');
        await one.exactly('58 people').waitFor({ timeout: 20000 });
        await two.exactly('58 people').waitFor({ timeout: 20000 });
      } finally {
        rmSync(folder, { recursive: true });
      }
    },
    mayComplain: true,  // browsers write each connection that fails into their consoles
  },
];
