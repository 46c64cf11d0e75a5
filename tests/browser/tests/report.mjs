// Somebody who was given a match report checks it with nothing but the page.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SOURCE } from '../modules.mjs';
import { drop, tidy } from '../story.mjs';

const given = readFileSync(join(SOURCE, 'tests/vectors/match-report/mentee.json'), 'utf8');

export const tests = [[1280, 800, false], [390, 780, true]].map(([width, height, dark]) => ({
  name: `a match report is checked before there is any book, at ${width} pixels, ${dark ? 'dark' : 'light'}`,
  in: dark ? ['chromium'] : ['chromium', 'firefox'],
  async run(t) {
    const look = `${width}-${dark ? 'dark' : 'light'}`;
    const app = await t.open({ width, height, dark });
    await app.button('Check a match report').waitFor();
    await app.picture(`welcome-report-${look}`);
    await drop(app, { name: 'mine.json', text: given });
    await app.dialog().getByText('This report holds: every number in it was checked.').waitFor({ timeout: 10000 });
    await app.page.waitForTimeout(400);
    await app.picture(`report-${look}`);
    await tidy(t, app, `a match report at ${look}`);
    await app.page.keyboard.press('Escape');
    await app.dialog().waitFor({ state: 'detached' });
    await drop(app, { name: 'mine.json', text: given.replace('"points": 22', '"points": 23') });
    await app.dialog().getByText('This report does not hold').waitFor({ timeout: 10000 });
    await app.page.keyboard.press('Escape');
    await app.button('Start a programme').waitFor();
  },
}));
