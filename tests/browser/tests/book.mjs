// A book through its days: locked, recovered, copied to a file and opened from one.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { downloaded, careersNetwork, careersPairs, choosePassphrase, data, go, importFile, keepSheet, nameProgramme, PASSPHRASE, PROGRAMME, saved, startProgramme, tidy, unlock } from '../story.mjs';

async function openFromFile(app, file) {
  const [chooser] = await Promise.all([app.page.waitForEvent('filechooser'), app.button('Open a book from a file').click()]);
  await chooser.setFiles({ name: file.name, mimeType: 'application/octet-stream', buffer: file.bytes });
}

// Everything the page holds as text, names and values.
const everythingShown = (app) => app.page.evaluate(() => document.documentElement.outerHTML
  + [...document.querySelectorAll('input, textarea')].map(({ value }) => value).join(' '));

// What the key of the passphrase of the only book on this device cost, as its header says (docs/formats/vault.md).
const memoryOfKey = (app) => app.page.evaluate(async () => {
  const done = (request) => new Promise((resolve, reject) => { request.onsuccess = () => resolve(request.result); request.onerror = () => reject(request.error); });
  const database = await done(indexedDB.open('pairbook'));
  const rows = database.transaction('rows').objectStore('rows');
  const header = await done(rows.get((await done(rows.getAllKeys())).find(([, key]) => key === 'head/header')));
  database.close();
  return new DataView(header).getUint32(4 + 16 + 32 + 1 + 1 + 1 + 4, true) / 1024;
});

export const tests = [
  {
    name: 'a fast browser stretches a passphrase over 256 MiB, gives them back, and opens the book again', in: ['chromium', 'firefox'],
    async run(t) {
      // However busy this machine is: a clock that goes slowly makes it fast.
      const app = await t.open({ init: () => { const now = Date.now, start = now(); Date.now = () => start + Math.floor((now() - start) / 20); } });
      await startProgramme(app);
      await saved(app);
      const memory = await memoryOfKey(app);
      t.expect(memory === 256, `the key cost ${memory} MiB`);
      if (t.engine === 'chromium') t.expect(app.page.workers().length === 0, 'the Worker that stretched it is still there');
      await app.page.reload();
      await app.ready();
      await unlock(app);
      await app.link('People').first().waitFor({ timeout: 20000 });
    },
  },
  {
    name: 'a locked book shows nothing of anybody, and the passphrase brings back the same place', in: ['chromium', 'firefox'],
    async run(t) {
      const app = await t.open();
      await startProgramme(app);
      await importFile(app, data('small_mentors.csv'), 50);
      await app.press('See people');
      await app.exactly('50 people').waitFor();
      await saved(app);
      t.expect(/mentor 0\d/.test(await everythingShown(app)), 'names are shown while the book is open');
      await app.page.keyboard.press('Control+Shift+L');
      await app.field('Passphrase').waitFor();
      t.expect(!/mentor \d\d/.test(await everythingShown(app)), 'a name is still in the page');
      await tidy(t, app, 'the locked screen');
      await app.picture(`locked-${t.engine}`);
      await unlock(app);
      await app.exactly('50 people').waitFor({ timeout: 20000 });
    },
  },
  {
    name: 'a passphrase opens the book however the keyboard composes its accents', in: ['chromium'],
    async run(t) {
      const app = await t.open();
      const passphrase = 'élan vital über façade naïve';
      await nameProgramme(app);
      await choosePassphrase(app, passphrase.normalize('NFD'));
      await keepSheet(app);
      await saved(app);
      await app.page.keyboard.press('Control+Shift+L');
      await unlock(app, passphrase.normalize('NFC'));
      await app.heading(PROGRAMME).waitFor({ timeout: 20000 });
    },
  },
  {
    name: 'a lost passphrase: the recovery sheet opens the book and sets a new one', in: ['chromium'],
    async run(t) {
      const app = await t.open();
      const groups = await startProgramme(app);
      await saved(app);
      await app.page.reload();
      await app.ready();
      await app.field('Passphrase').waitFor();
      await app.button('Use the recovery sheet').click();
      await app.field('Recovery sheet').fill(groups.join(' '));
      await tidy(t, app, 'the recovery sheet is asked for');
      await app.page.keyboard.press('Enter');
      const changed = 'lanterns over quiet water, nine boats';
      await app.field('New passphrase').waitFor({ timeout: 20000 });
      await app.picture('recovered');
      await app.field('New passphrase').fill(changed);
      await app.button('Next').click();
      await app.field('Type it again').fill(changed);
      await app.button('Change the passphrase').click();
      await app.said(/The passphrase is changed/).waitFor({ timeout: 20000 });
      await saved(app);
      await app.page.reload();
      await app.ready();
      await unlock(app, PASSPHRASE);
      await app.page.locator('#mirror [aria-invalid=true]').waitFor({ timeout: 20000 });
      await app.field('Passphrase').fill(changed);
      await app.page.keyboard.press('Enter');
      await app.heading(PROGRAMME).waitFor({ timeout: 20000 });
    },
  },
  {
    name: 'a book saved to a file opens in another browser with everything in it', in: ['chromium'],
    async run(t) {
      const app = await t.open();
      await startProgramme(app);
      await importFile(app, data('small_mentors.csv'), 50);
      await saved(app);
      const file = await downloaded(app, () => app.page.keyboard.press('Control+s'));
      t.expect(file.name === `${PROGRAMME}.pairbook`, `the file is called ${file.name}`);
      t.expect(!file.bytes.includes('mentor 0') && !file.bytes.includes('Harbour'), 'the file can be read without the passphrase');

      const other = await t.open();
      await openFromFile(other, { name: 'cut.pairbook', bytes: file.bytes.subarray(0, file.bytes.length - 100) });
      await other.heading('This file is damaged').waitFor({ timeout: 20000 });
      await tidy(t, other, 'a damaged file');
      await other.button('Back to the start').click();
      await openFromFile(other, { name: 'holiday.pairbook', bytes: Buffer.from('beach, sun, and a long table\n'.repeat(9)) });
      await other.heading('This is not a Pairbook book').waitFor({ timeout: 20000 });
      await other.button('Back to the start').click();

      await openFromFile(other, file);
      await other.field('Passphrase').fill(PASSPHRASE);
      await other.page.keyboard.press('Enter');
      await other.heading(PROGRAMME).waitFor({ timeout: 20000 });
      await go(other, 'People');
      await other.exactly('50 people').waitFor();
      await saved(other);
      await other.page.reload();
      await other.ready();
      await unlock(other);
      await other.exactly('50 people').waitFor({ timeout: 20000 });
    },
  },
  {
    name: 'a book goes from the browser to the terminal and back, and both have added to it', in: ['chromium'],
    async run(t) {
      const app = await t.open();
      await startProgramme(app);
      await importFile(app, data('small_mentors.csv'), 50);
      await saved(app);
      const file = await downloaded(app, () => app.page.keyboard.press('Control+s'));
      const folder = mkdtempSync(join(tmpdir(), 'pairbook-'));
      try {
        const book = join(folder, 'harbour.pairbook');
        writeFileSync(book, file.bytes);
        const pairbook = (...words) => execFileSync(t.program('pairbook'), words, { encoding: 'utf8', env: { ...process.env, PAIRBOOK_PASSPHRASE: PASSPHRASE } });
        t.expect(JSON.parse(pairbook('people', book, '--json')).people.length === 50, 'the terminal sees 50 people');
        const mentees = join(folder, 'mentees.csv');
        writeFileSync(mentees, data('small_mentees.csv').text);
        pairbook('import', book, mentees, '--as', 'mentees');
        t.expect(/is whole/.test(pairbook('verify', book)), 'the book is whole');

        const other = await t.open();
        await openFromFile(other, { name: 'harbour.pairbook', bytes: readFileSync(book) });
        await other.field('Passphrase').fill(PASSPHRASE);
        await other.page.keyboard.press('Enter');
        await other.heading(PROGRAMME).waitFor({ timeout: 20000 });
        await go(other, 'People');
        await other.exactly('100 people').waitFor();
        await other.page.keyboard.press('Control+z');
        await other.exactly('50 people').waitFor({ timeout: 10000 });

        await importFile(app, { name: 'late.csv', text: 'Name,Role\nLate Comer,mentor\nVery Late,mentee\n' }, 2);
        await saved(app);
        await app.page.reload();
        await app.ready();
        await app.button('Another programme').click();
        await openFromFile(app, { name: 'harbour.pairbook', bytes: readFileSync(book) });
        await app.heading('This book is on this device already').waitFor({ timeout: 20000 });
        await app.button('Put both together').click();
        await unlock(app);
        await app.said(/^Both are together now\. New from the file: 1\.$/).waitFor({ timeout: 20000 });
        await go(app, 'People');
        await app.exactly('102 people').waitFor();
      } finally {
        rmSync(folder, { recursive: true });
      }
    },
  },
  {
    name: 'pairs and people are saved as files, and letters are filled in, saved and printed', in: ['chromium'],
    async run(t) {
      const app = await t.open({ init: () => { globalThis.print = () => { globalThis.__printed = document.getElementById('print').innerText || document.getElementById('print').textContent; }; } });
      await careersPairs(app);
      const lines = (await downloaded(app, () => app.button('Save as CSV').click())).bytes.toString('utf8').trim().split('\r\n');
      t.expect(lines.length === 36, `${lines.length} lines of pairs`);
      const { pairs } = JSON.parse((await downloaded(app, () => app.button('Save as JSON').click())).bytes.toString('utf8'));
      t.expect(pairs.length === 35 && pairs.reduce((sum, { points }) => sum + points, 0) === 750, 'JSON has 35 pairs of 750 points');
      await app.button('Print the list').click();
      await app.page.waitForFunction(() => globalThis.__printed);
      const list = await app.page.evaluate(() => globalThis.__printed);
      t.expect(/mentee 00/.test(list) && /35 pairs/.test(list), `printed: ${list.slice(0, 200)}`);

      await go(app, 'Letters');
      await app.said(/^Dear mentee,/).first().waitFor();
      const all = await downloaded(app, () => app.press('Save all as one file'));
      const letters = all.bytes.toString('utf8');
      t.expect((letters.match(/Dear mentee,/g) || []).length === 35 && !/[{}]/.test(letters), 'a letter for each of 35 mentees, with nothing left to fill in');
      await app.page.evaluate(() => { globalThis.__printed = ''; });
      await app.press('Print all 35');
      await app.page.waitForFunction(() => globalThis.__printed);
      t.expect(((await app.page.evaluate(() => globalThis.__printed)).match(/Dear mentee,/g) || []).length === 35, 'all letters are printed');

      await go(app, 'People');
      const people = (await downloaded(app, () => app.button('Save as CSV').click())).bytes.toString('utf8');
      const second = await t.open();
      await startProgramme(second);
      await importFile(second, { name: 'people.csv', text: people }, 100);
      await second.press('See people');
      await second.exactly('100 people').waitFor();
      const again = (await downloaded(second, () => second.button('Save as CSV').click())).bytes.toString('utf8');
      t.expect(again === people, 'people saved, imported elsewhere and saved again are the same file');
    },
  },
  {
    name: 'another mentor is chosen by hand, with its cost told before', in: ['chromium'],
    async run(t) {
      const app = await t.open();
      await careersNetwork(app);
      await go(app, 'Match');
      await app.exactly('750').waitFor({ timeout: 20000 });
      const pairs = app.page.getByRole('grid', { name: 'Proposed pairs' });
      await pairs.getByText('mentee 01', { exact: true }).click();
      await app.button('Another mentor').click();
      await app.button(/^Choose mentor/).first().waitFor();
      await app.picture('another-mentor');
      await tidy(t, app, 'other mentors and their cost');
      const [cost] = await pairs.getByText(/fewer in all/).allTextContents();
      const fewer = Number(cost.match(/^(\d+) point/)[1]);
      await app.press(/^Choose mentor/);
      await app.exactly(String(750 - fewer)).waitFor({ timeout: 20000 });
      await app.page.getByRole('combobox', { name: 'Show' }).selectOption('Locked by hand');
      await pairs.getByRole('row', { name: 'mentee 01' }).waitFor();
      await pairs.getByRole('row', { name: 'mentee 00' }).waitFor({ state: 'detached' });
    },
  },
  {
    name: 'sample people can be looked at, matched and left, and nothing is kept', in: ['chromium'],
    async run(t) {
      const app = await t.open();
      await app.button('Look around with sample people').click();
      await app.said(/These are sample people/).first().waitFor({ timeout: 20000 });
      await tidy(t, app, 'sample people');
      await go(app, 'People');
      await app.picture('sample-people');
      await go(app, 'Match');
      await app.said(/^Proven/).first().waitFor({ timeout: 20000 });
      await app.page.reload();
      await app.ready();
      await app.button('Start a programme').waitFor();
      t.expect(await app.button(/^Open /).count() === 1, 'only "Open a book from a file" is offered');
    },
  },
];
