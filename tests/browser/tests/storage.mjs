// Storage that is full, or that the browser has cleared: a sentence says what to do, and nothing is lost.
import { readFileSync } from 'node:fs';
import { data, go, importFile, PROGRAMME, saved, startProgramme, unlock } from '../story.mjs';

async function openFile(app, file, people) {
  const [chooser] = await Promise.all([app.page.waitForEvent('filechooser'), app.button(/from a file/i).first().click()]);
  await chooser.setFiles(file);
  await unlock(app);
  await app.link('People').first().waitFor({ timeout: 20000 });
  await go(app, 'People');
  await app.exactly(`${people} people`).waitFor({ timeout: 20000 });
}
// In a fresh browser.
const opensElsewhere = async (t, file, people) => openFile(await t.open(), file, people);

async function saveToFile(app) {
  const [download] = await Promise.all([app.page.waitForEvent('download'), app.page.keyboard.press('Control+s')]);
  return { name: 'copy.pairbook', mimeType: 'application/octet-stream', buffer: readFileSync(await download.path()) };
}

const PEOPLE = '2,000';
const manyPeople = { name: 'people.csv', text: ['Name,E-mail,Role,Goals', ...Array.from({ length: 2000 }, (_, i) => `Person ${i},p${i}@example.org,mentor,"I would like to learn how ${i} teams are led, and by whom"`)].join('\n') };

const clearStorage = (app) => app.page.evaluate(() => new Promise((resolve, reject) => {
  const request = indexedDB.deleteDatabase('pairbook');
  request.onsuccess = () => resolve();
  request.onerror = () => reject(request.error);
  request.onblocked = () => reject(new Error('blocked'));
}));

export const tests = [
  {
    name: 'when the device is full it says what to do, a file takes everything, and room again saves it', in: ['chromium'],
    async run(t) {
      const app = await t.open();
      const tools = await app.context.newCDPSession(app.page);
      // Room for the book, but not for so many people; browsers look only now and then how much is left.
      await tools.send('Storage.overrideQuotaForOrigin', { origin: app.origin, quotaSize: 150_000 });
      await startProgramme(app);
      await saved(app);
      await importFile(app, manyPeople, PEOPLE);
      await app.said(/no room left on this device/).first().waitFor({ timeout: 20000 });
      await opensElsewhere(t, await saveToFile(app), PEOPLE);
      await tools.send('Storage.overrideQuotaForOrigin', { origin: app.origin });
      await app.press('Try again');
      await saved(app);
      await app.page.reload();
      await app.ready();
      await unlock(app);
      await app.link('People').first().waitFor({ timeout: 20000 });
      await go(app, 'People');
      await app.exactly(`${PEOPLE} people`).waitFor({ timeout: 20000 });
    },
  },
  {
    name: 'when the storage does not answer it says so, and loading the page again tells what became of the book', in: ['chromium'],
    async run(t) {
      const app = await t.open();
      await startProgramme(app);
      await saved(app);
      await app.page.keyboard.press('Control+Shift+l');
      await app.press('Another programme');
      await clearStorage(app);
      await app.button(new RegExp(`^Open ${PROGRAMME}`)).first().click();
      await app.heading('The browser could not give this book back').waitFor();
      await app.picture('storage-silent');
      await app.page.reload();
      await app.ready();
      await app.heading('The browser has cleared this book').waitFor();
    },
  },
  {
    name: 'when the browser cleared the storage of an open book it says what to do, and a file takes everything', in: ['chromium'],
    async run(t) {
      const app = await t.open();
      await startProgramme(app);
      await saved(app);
      await clearStorage(app);
      await importFile(app, data('small_mentors.csv'), 50);
      await app.said(/cleared or closed its storage/).first().waitFor({ timeout: 20000 });
      await opensElsewhere(t, await saveToFile(app), 50);
    },
  },
  {
    name: 'when the browser cleared a book before it is opened it says so, and a file opens it', in: ['chromium'],
    async run(t) {
      const app = await t.open();
      await startProgramme(app);
      await importFile(app, data('small_mentors.csv'), 50);
      await saved(app);
      const file = await saveToFile(app);
      await clearStorage(app);
      await app.page.reload();
      await app.ready();
      await app.heading('The browser has cleared this book').waitFor();
      await openFile(app, file, 50);
    },
  },
];
