// The whole walk by keyboard alone: Tab, Enter, Space, letters and shortcuts. The file dialog is the
// browser's own.
import { readFileSync } from 'node:fs';
import { careersPairs, data, PASSPHRASE, PROGRAMME, saved } from '../story.mjs';

class Hands {
  constructor(t, app) { Object.assign(this, { t, app, keyboard: app.page.keyboard }); }

  here() { return this.app.page.evaluate(() => { const e = document.activeElement; return e.getAttribute('aria-label') || e.textContent; }); }
  async reach(name) {
    for (let tab = 0; tab < 60; ++tab) {
      const here = await this.here();
      if (typeof name === 'string' ? here === name : name.test(here)) return;
      await this.keyboard.press('Tab');
    }
    this.t.expect(false, `Tab never reached ${name}`);
  }
  async press(name) { await this.reach(name); await this.keyboard.press('Enter'); }
  async type(field, text) { await this.reach(field); await this.keyboard.type(text); }
  // Two letters, one after the other, from anywhere outside a field.
  async go(letter, place) {
    await this.keyboard.press('g');
    await this.keyboard.press(letter);
    await this.app.heading(place).first().waitFor();
  }
}

async function makeBook({ app, keyboard }, hands) {
  await hands.press('Start a programme');
  await app.field('Name of the programme').waitFor();
  await hands.type('Name of the programme', PROGRAMME);
  await keyboard.press('Enter');
  await app.field('Passphrase').waitFor();
  await hands.type('Passphrase', PASSPHRASE);
  await keyboard.press('Enter');
  await app.field('Type it again').waitFor();
  await hands.type('Type it again', PASSPHRASE);
  await keyboard.press('Enter');
  await app.heading('Recovery sheet').waitFor();
  const groups = await app.page.locator('#mirror li').allTextContents();
  await hands.reach('Save the sheet');
  await keyboard.press('Space');
  await hands.press('Next');
  await app.field(/^Group/).first().waitFor();
  for (const label of await app.field(/^Group/).evaluateAll((all) => all.map((each) => each.getAttribute('aria-label')))) {
    await hands.type(label, groups[Number(label.match(/\d/)[0]) - 1]);
  }
  await keyboard.press('Enter');
  await app.heading(PROGRAMME).waitFor({ timeout: 20000 });
}

async function bringIn({ app, page }, hands, file) {
  await hands.go('i', 'Import people');
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), hands.press('Choose a file')]);
  await chooser.setFiles({ name: file.name, mimeType: 'text/csv', buffer: Buffer.from(file.text) });
  await app.said(`${file.name}: 50 rows`).waitFor({ timeout: 20000 });
  await hands.press('Next');
  await app.button('Bring in 50 people').waitFor({ timeout: 20000 });
  await hands.press('Bring in 50 people');
  await app.button('See people').waitFor({ timeout: 20000 });
}

// What Tab should come to, and what it comes to, until it has been all the way round.
async function tabStops(page) {
  return page.evaluate(() => [...document.querySelectorAll('#mirror :is(a[href], button, input, select, textarea, [tabindex])')]
    .filter((e) => !e.disabled && e.tabIndex >= 0 && e.checkVisibility() && !e.closest('[inert], [aria-hidden="true"]'))
    .filter((e) => e.type !== 'radio' || e.checked || !document.querySelector(`input[name="${CSS.escape(e.name)}"]:checked`))
    .map((e) => e.id || e.getAttribute('aria-label') || e.textContent));
}
async function walkByTab(page) {
  const seen = new Set();
  for (let outside = 0, tab = 0; outside < 2 && tab < 500; ++tab) {
    await page.keyboard.press('Tab');
    const here = await page.evaluate(() => { const e = document.activeElement; return e === document.body ? '' : e.id || e.getAttribute('aria-label') || e.textContent; });
    if (here === '') ++outside; else seen.add(here);
  }
  return seen;
}

export const tests = [
  {
    name: 'a new book can be made by keyboard alone', in: ['firefox'],
    async run(t) {
      const app = await t.open();
      await makeBook({ app, keyboard: app.page.keyboard }, new Hands(t, app));
    },
  },
  {
    name: 'the whole walk by keyboard alone: book, spreadsheets, rules, pairs, a file, lock and unlock', in: ['chromium'],
    async run(t) {
      const app = await t.open();
      const { page } = app;
      const hands = new Hands(t, app);
      await makeBook({ app, keyboard: page.keyboard }, hands);
      await bringIn({ app, page }, hands, data('small_mentors.csv'));
      await bringIn({ app, page }, hands, data('small_mentees.csv'));
      await hands.go('r', 'Rules');
      await hands.press(/^Use these rules/);
      await app.said('392 of 2,500 possible pairs are allowed.').waitFor({ timeout: 20000 });
      await hands.go('m', /^Match/);
      await app.exactly('750').waitFor({ timeout: 20000 });
      await hands.reach('mentee 00');
      await page.keyboard.press('ArrowDown');
      await page.waitForFunction(() => document.activeElement.getAttribute('aria-label') === 'mentee 01');
      await page.keyboard.press('Enter');
      await app.button('Never these two').waitFor();
      await hands.press('Approve all 35');
      await hands.go('a', 'Pairs');
      await app.exactly('35 pairs').waitFor({ timeout: 10000 });
      const [download] = await Promise.all([page.waitForEvent('download'), hands.press('Save as CSV')]);
      t.expect(readFileSync(await download.path(), 'utf8').trim().split('\r\n').length === 36, 'a line for each of 35 pairs and one of headers');
      await saved(app);
      await page.keyboard.press('Control+Shift+L');
      await app.field('Passphrase').waitFor();
      await hands.type('Passphrase', PASSPHRASE);
      await page.keyboard.press('Enter');
      await app.exactly('35 pairs').waitFor({ timeout: 20000 });
    },
  },
  {
    name: 'Tab comes to every control of every page', in: ['chromium'],
    async run(t) {
      const app = await t.open();
      await careersPairs(app);
      await app.page.evaluate(() => { location.hash = '#/match'; });
      await app.heading(/^Match/).first().waitFor();
      for (const place of ['#/', '#/people', '#/questions', '#/import', '#/rules', '#/match', '#/match/weigh', '#/pairs', '#/works', '#/letters', '#/wishes', '#/fairness', '#/history', '#/settings']) {
        await app.page.evaluate((hash) => { location.hash = hash; }, place);
        await app.page.waitForTimeout(500);
        await app.page.getByRole('progressbar').waitFor({ state: 'detached' });  // its Cancel goes with it
        const stops = await tabStops(app.page);
        const seen = await walkByTab(app.page);
        const name = (stop) => app.page.evaluate((id) => document.getElementById(id)?.getAttribute('aria-label') ?? id, stop);
        const missed = stops.filter((stop) => !seen.has(stop));
        t.expect(stops.length > 5 && missed.length === 0, `${place}: Tab never came to ${(await Promise.all(missed.map(name))).join(', ')}`);
      }
    },
  },
];
