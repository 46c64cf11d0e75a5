// The rest of a coordinator's afternoon: rules, proposed pairs, decisions by hand, approval, letters.
import { careersNetwork, go, PROGRAMME, saved, tidy, unlock } from '../story.mjs';

const EVERYWHERE = ['chromium', 'firefox'];

export const tests = [
  {
    name: 'two spreadsheets and the careers network\'s rules give 35 pairs and 750 points, which stay', in: EVERYWHERE,
    async run(t) {
      const app = await t.open();
      await careersNetwork(app);
      await tidy(t, app, 'rules');
      await go(app, 'Match');
      await app.exactly('750').waitFor({ timeout: 20000 });
      await app.exactly('35').waitFor();
      await app.said('Proven: no other choice of pairs reaches more points.').waitFor();
      await tidy(t, app, 'match');
      await app.button('Approve all 35').click();
      await go(app, 'Pairs');
      await app.exactly('35 pairs').waitFor({ timeout: 10000 });
      await tidy(t, app, 'pairs');
      if (t.engine === 'chromium') {
        const [download] = await Promise.all([app.page.waitForEvent('download'), app.button('Save as CSV').click()]);
        t.expect(/\.csv$/.test(download.suggestedFilename()), 'pairs come as a CSV file');
      }
      await go(app, 'Letters');
      await app.field('Subject').waitFor();
      await tidy(t, app, 'letters');
      await saved(app);

      await app.page.close();
      app.page = await app.context.newPage();
      app.listen(app.page);
      await app.visit('/');
      await unlock(app);
      await app.heading(PROGRAMME).waitFor({ timeout: 20000 });
      await go(app, 'Pairs');
      await app.exactly('35 pairs').waitFor({ timeout: 10000 });
    },
  },
  {
    name: 'names stay hidden by keyboard from the match to the history, and are shown when asked for', in: EVERYWHERE,
    async run(t) {
      const app = await t.open();
      await careersNetwork(app);
      await go(app, 'Match');
      await app.exactly('750').waitFor({ timeout: 20000 });
      const grid = app.page.getByRole('grid', { name: 'Proposed pairs' });
      await grid.getByText(/^mentee \d/).first().waitFor();
      await app.button('Hide names until the pairs are published').focus();
      await app.page.keyboard.press('Enter');
      await app.said(/Names are hidden in round 1/).waitFor({ timeout: 10000 });
      await grid.getByText(/^Mentee \d/).first().waitFor();
      for (const place of ['People', 'Pairs', 'Letters', 'History', 'Match']) {
        await go(app, place);
        await app.heading(place === 'Match' ? /Match/ : place).waitFor();
        t.expect(!/(mentor|mentee) \d+@|\bmentee \d|\bmentor \d/.test(await app.page.locator('#mirror').innerText()), `a name is on ${place}`);
      }
      await tidy(t, app, 'blind');
      await app.button('Show the names').first().focus();
      await app.page.keyboard.press('Enter');
      await app.dialog().waitFor();
      await app.dialog().getByRole('button', { name: 'Show the names' }).click();
      await app.said(/Names are hidden in round 1/).waitFor({ state: 'detached', timeout: 10000 });
      await grid.getByText(/^mentee \d/).first().waitFor();
      await go(app, 'Fairness');
      await app.said(/Only to check fairness/).waitFor();
      await tidy(t, app, 'fairness');
    },
  },
  {
    name: 'a proposal is weighed, kept under a name, and compared with another', in: EVERYWHERE,
    async run(t) {
      const app = await t.open();
      await careersNetwork(app);
      await go(app, 'Match');
      await app.exactly('750').waitFor({ timeout: 20000 });
      await app.said(/would both rather have each other/).waitFor();
      await app.button('Weigh it up').click();
      await app.heading('Two ways to choose').waitFor({ timeout: 20000 });
      await app.heading('What would give more people a pair').waitFor();
      await app.page.getByText(/^One more place with/).first().waitFor();
      await app.field('Name of this proposal').fill('For the board');
      await app.button('Keep this proposal').click();
      await app.heading('Side by side').waitFor({ timeout: 10000 });
      await app.said('Both make the same pairs.').waitFor();
      await tidy(t, app, 'weigh');
      const other = app.button(/^Take the (best total|most people)$/);
      await other.focus();
      await app.page.keyboard.press('Enter');
      await app.said(/The rules have changed since/).waitFor({ timeout: 20000 });
      await saved(app);
      if (t.engine === 'chromium') {
        await app.button('Save as CSV').waitFor({ timeout: 20000 });
        const [download] = await Promise.all([app.page.waitForEvent('download'), app.button('Save as CSV').click()]);
        t.expect(/\.csv$/.test(download.suggestedFilename()), 'what would help comes as a CSV file');
      }
    },
  },
  {
    name: 'a tap of a finger opens a pair of the list', in: ['chromium'],
    async run(t) {
      const app = await t.open({ width: 390, height: 780, hasTouch: true });
      await careersNetwork(app);
      await app.page.evaluate(() => { location.hash = '#/match'; });
      await app.exactly('750').waitFor({ timeout: 20000 });
      const first = app.page.getByRole('list', { name: 'Proposed pairs' }).getByText(/^mentee \d/).first();
      await first.scrollIntoViewIfNeeded();
      await first.tap();
      await app.button('Never these two').waitFor();
    },
  },
  {
    name: 'two people kept apart are proposed no more, and one undo brings them back', in: ['chromium'],
    async run(t) {
      const app = await t.open();
      await careersNetwork(app);
      await go(app, 'Match');
      await app.exactly('750').waitFor({ timeout: 20000 });
      const first = app.page.getByRole('grid', { name: 'Proposed pairs' }).getByText(/^mentee \d/).first();
      await first.click();
      await app.button('Never these two').waitFor();
      await first.click();
      await app.button('Never these two').waitFor({ state: 'detached' });
      await first.click();
      await app.button('Never these two').click();
      await app.said(/pairs? differs? from the last proposal|The same pairs/).waitFor({ timeout: 20000 });
      await app.said('Kept apart by hand').waitFor();
      await app.page.keyboard.press('Control+z');
      await app.said('Kept apart by hand').waitFor({ state: 'detached', timeout: 10000 });
      await app.exactly('750').waitFor({ timeout: 20000 });
    },
  },
];
