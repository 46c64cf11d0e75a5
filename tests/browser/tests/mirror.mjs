// The real elements over a long list: they are lent from rows that scrolled away to rows that came.
import { go, importFile, startProgramme } from '../story.mjs';

const EVERYWHERE = ['chromium', 'firefox'];
const PEOPLE = 200;

async function longList(t) {
  const app = await t.open();
  await startProgramme(app);
  const lines = ['Name,E-mail,Role'];
  for (let i = 0; i < PEOPLE; ++i) lines.push(`Person ${String(i).padStart(3, '0')},p${i}@example.org,mentor`);
  await importFile(app, { name: 'people.csv', text: lines.join('\n') }, PEOPLE);
  await app.press('See people');
  await app.exactly(`${PEOPLE} people`).waitFor();
  await app.page.mouse.move(640, 500);
  return app;
}

// Until the rows have followed and stand still.
async function scroll(app, by) {
  const places = async () => JSON.stringify((await rows(app)).map(({ number, top }) => [number, top]));
  const before = await places();
  await app.page.mouse.wheel(0, by);
  let last = before;
  for (let wait = 0; wait < 100; ++wait) {
    await app.page.waitForTimeout(100);
    const now = await places();
    if (now !== before && now === last) return;
    last = now;
  }
  throw new Error('the list did not scroll');
}

// Of every row with a person: its number, its name, where it stands, whether it is ticked.
const rows = (app) => app.page.evaluate(() => [...document.querySelectorAll('#mirror [role=grid] [role=row]')].slice(1).map((row) => ({
  number: Number(row.getAttribute('aria-rowindex')), name: row.querySelector('a').textContent, link: row.querySelector('a').hash,
  top: Math.round(row.getBoundingClientRect().top), ticked: row.querySelector('input').checked, label: row.getAttribute('aria-label'),
})));

export const tests = [
  {
    name: 'while a list scrolls, every row is in its place and says its own person', in: EVERYWHERE,
    async run(t) {
      const app = await longList(t);
      const links = new Map();
      for (const by of [100, 400, 700, 90, 3000, -250, -1200, 5000, -300, -9000]) {
        await scroll(app, by);
        const now = await rows(app);
        t.expect(now.length > 10, `${now.length} rows are there`);
        for (const [place, row] of now.entries()) {
          t.expect(row.name === `Person ${String(row.number - 2).padStart(3, '0')}`, `row ${row.number} is ${row.name}`);
          t.expect(row.label.includes(row.name), `the row of ${row.name} is named ${row.label}`);
          t.expect((links.get(row.name) ?? row.link) === row.link, `${row.name} has another link`);
          links.set(row.name, row.link);
          if (place > 0) t.expect(row.number === now[place - 1].number + 1 && row.top > now[place - 1].top, `row ${row.number} comes after row ${now[place - 1].number}`);
        }
      }
      t.expect(links.size > 80 && new Set(links.values()).size === links.size, `${links.size} people, ${new Set(links.values()).size} links`);
      const violations = await app.axeViolations();
      t.expect(violations.length === 0, violations.join('\n'));
    },
  },
  {
    name: 'a tick stays with its person when the list scrolls', in: EVERYWHERE,
    async run(t) {
      const app = await longList(t);
      await app.page.getByRole('row', { name: 'Person 003' }).getByRole('checkbox').focus();
      await app.page.keyboard.press('Space');
      await app.page.waitForTimeout(300);
      t.expect((await rows(app)).filter(({ ticked }) => ticked).map(({ name }) => name).join() === 'Person 003', 'it is ticked');
      await scroll(app, 3000);
      t.expect((await rows(app)).every(({ ticked }) => !ticked), 'a stranger is ticked');
      await scroll(app, -3000);
      t.expect((await rows(app)).filter(({ ticked }) => ticked).map(({ name }) => name).join() === 'Person 003', 'it is ticked no more');
    },
  },
  {
    name: 'the focus stays with the list, and with nobody else, when its row scrolls away', in: EVERYWHERE,
    async run(t) {
      const app = await longList(t);
      await app.page.getByRole('row', { name: 'Person 002' }).focus();
      await app.page.waitForTimeout(300);
      await scroll(app, 3000);
      const where = await app.page.evaluate(() => document.activeElement.outerHTML.slice(0, 80));
      t.expect(await app.page.evaluate(() => document.activeElement.matches('[role=grid]')), `the focus is at ${where}`);
      await app.page.keyboard.press('Tab');
      await app.page.waitForTimeout(300);
      t.expect(await app.page.evaluate(() => Boolean(document.activeElement.closest('[role=grid]'))), 'Tab goes on in the list');
    },
  },
];
