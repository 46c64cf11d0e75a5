// The walk of a coordinator: a new book, two spreadsheets in, and everything there again the next day.
import { careersNetwork, careersPairs, choosePassphrase, data, drop, go, importFile, keepSheet, nameProgramme, PASSPHRASE, PROGRAMME, saved, startProgramme, tidy, unlock } from '../story.mjs';

const EVERYWHERE = ['chromium', 'firefox'];
const mentors = () => data('small_mentors.csv');
const mentees = () => data('small_mentees.csv');

export const tests = [
  {
    name: 'a coordinator makes a book, imports two spreadsheets, closes the tab and finds everything again', in: EVERYWHERE,
    async run(t) {
      const app = await t.open();
      await nameProgramme(app);
      await tidy(t, app, 'the passphrase step');
      await choosePassphrase(app);
      await tidy(t, app, 'the recovery sheet');
      await keepSheet(app);
      await tidy(t, app, 'home');
      await drop(app, mentors());
      await app.said('small_mentors.csv: 50 rows').waitFor({ timeout: 20000 });
      await tidy(t, app, 'the columns of an import');
      await app.press('Next');
      await app.button('Bring in 50 people').waitFor({ timeout: 20000 });
      await tidy(t, app, 'the preview of an import');
      await app.press('Bring in 50 people');
      await app.button('See people').waitFor({ timeout: 20000 });
      await tidy(t, app, 'the end of an import');
      await importFile(app, mentees(), 50);
      await app.press('See people');
      await app.exactly('100 people').waitFor();
      await tidy(t, app, 'people');
      await saved(app);

      await app.page.close();
      app.page = await app.context.newPage();
      app.listen(app.page);
      await app.visit('/');
      await tidy(t, app, 'the first screen with a book');
      await unlock(app);
      await app.heading(PROGRAMME).waitFor({ timeout: 20000 });
      await go(app, 'People');
      await app.exactly('100 people').waitFor();
    },
  },
  {
    name: 'a wrong passphrase is told and loses nothing', in: EVERYWHERE,
    async run(t) {
      const app = await t.open();
      await startProgramme(app);
      await saved(app);
      await app.page.reload();
      await app.ready();
      await unlock(app, 'not my passphrase at all');
      await app.page.locator('#mirror [aria-invalid=true]').or(app.said(/does not fit|not the passphrase|does not open/i)).first().waitFor({ timeout: 20000 });
      await app.field('Passphrase').fill(PASSPHRASE);
      await app.page.keyboard.press('Enter');
      await app.heading(PROGRAMME).waitFor({ timeout: 20000 });
    },
  },
  {
    name: 'a second tab may look, and writes after "Use it here"', in: ['chromium'],
    async run(t) {
      const app = await t.open();
      await startProgramme(app);
      await saved(app);
      const second = await app.another();
      await unlock(second);
      await second.button('Use it here').waitFor({ timeout: 20000 });
      await second.button('Use it here').click();
      await second.said('Saved on this device').waitFor({ timeout: 20000 });
      await app.page.bringToFront();
      await app.button('Use it here').waitFor({ timeout: 20000 });
    },
  },
  {
    name: 'undo takes an import back, and redo brings it in again', in: EVERYWHERE,
    async run(t) {
      const app = await t.open();
      await startProgramme(app);
      await importFile(app, mentors(), 50);
      await app.press('See people');
      await app.exactly('50 people').waitFor();
      await app.page.keyboard.press('Control+z');
      await app.said('Nobody is here yet').waitFor({ timeout: 10000 });
      await app.page.keyboard.press('Control+Shift+z');
      await app.exactly('50 people').waitFor({ timeout: 10000 });
    },
  },
  {
    name: 'a large import shows how far it is, and cancelled half way it leaves nobody behind', in: ['chromium'],
    async run(t) {
      const rows = Array.from({ length: 12000 }, (_, i) => `Person ${i},p${i}@example.org,${i % 2 ? 'mentor' : 'mentee'},${['Leeds', 'Łódź', '大阪'][i % 3]}`);
      const app = await t.open();
      await startProgramme(app);
      await drop(app, { name: 'large.csv', text: `Name,E-mail,Role,Town\n${rows.join('\n')}\n` });
      await app.said('large.csv: 12,000 rows').waitFor({ timeout: 40000 });
      await app.press('Next');
      await app.button('Bring in 12,000 people').waitFor({ timeout: 40000 });
      await app.press('Bring in 12,000 people');
      await app.page.getByRole('progressbar').waitFor({ timeout: 20000 });
      await app.button('Cancel').click();
      await app.button('Cancel').waitFor({ state: 'detached', timeout: 40000 });
      await go(app, 'People');
      await app.said('Nobody is here yet').waitFor({ timeout: 40000 });
      await saved(app);
    },
  },
  {
    name: 'everything goes on working when the network is gone after the page was loaded', in: EVERYWHERE,
    async run(t) {
      const site = await t.serve();
      const app = await t.open({ origin: site.origin });
      site.stop();
      await careersPairs(app);
      await saved(app);
    },
  },
  {
    name: 'the mirror alone suffices: the same walk with the canvas hidden', in: ['chromium'],
    async run(t) {
      const app = await t.open({ init: () => { addEventListener('DOMContentLoaded', () => { document.getElementById('canvas').style.visibility = 'hidden'; }); } });
      await careersNetwork(app);
      await go(app, 'Match');
      await app.exactly('750').waitFor({ timeout: 20000 });
      await app.press('Approve all 35');
      await go(app, 'Pairs');
      await app.exactly('35 pairs').waitFor({ timeout: 10000 });
    },
  },
  {
    name: 'without WebGL2 a book can be made and filled on the plain page', in: ['chromium'],
    async run(t) {
      const app = await t.open({ init: () => {
        const get = HTMLCanvasElement.prototype.getContext;
        HTMLCanvasElement.prototype.getContext = function (kind, ...rest) { return /webgl/.test(kind) ? null : get.call(this, kind, ...rest); };
      } });
      await startProgramme(app);
      await importFile(app, mentors(), 50);
      await app.press('See people');
      await app.exactly('50 people').waitFor();
      await app.picture('people-plain');
    },
  },
  {
    name: 'a book with people in it draws nothing while nobody does anything', in: EVERYWHERE,
    async run(t) {
      const app = await t.open();
      await startProgramme(app);
      await importFile(app, mentors(), 50);
      await app.press('See people');
      await app.exactly('50 people').waitFor();
      await saved(app);
      await app.page.waitForTimeout(9000);  // the last toast goes by itself
      const { frames, operations } = await app.workIn(4000);
      t.expect(frames === 0 && operations === 0, `${frames} frames and ${operations} DOM operations in 4 s`);
    },
  },
];
