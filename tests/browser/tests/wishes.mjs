// Shortlists, wishes from both sides, and a request with its answer.
import { careersNetwork, go, tidy } from '../story.mjs';

const grid = (app, name) => app.page.getByRole('grid', { name });
// A message may lie over the row for a moment, and takes the click.
const openDetails = async (app, who, name) => {
  for (let tries = 1; ; tries += 1) {
    await grid(app, who).getByText(name, { exact: true }).click();
    const opened = app.heading(`Shortlist for ${name}`).waitFor({ timeout: tries < 4 ? 4000 : 15000 });
    if (await opened.then(() => true, (error) => { if (tries === 4) throw error; })) return;
  }
};

export const tests = [
  {
    name: 'wishes are asked for, typed by keyboard, settled and kept to themselves', in: ['chromium', 'firefox'],
    async run(t) {
      const app = await t.open();
      await careersNetwork(app);
      await go(app, 'Wishes');
      await app.said('Nobody has been asked yet').waitFor();
      await app.press('Ask for wishes');
      await app.button('Bring in answers').waitFor();
      await openDetails(app, 'Mentees', 'mentee 00');
      const names = app.field('Whom mentee 00 wishes for, the dearest first');
      await names.fill('mentor 07; mentor');  // while a message lies over it
      await app.page.keyboard.press('Tab');
      await app.said('1 name to settle').waitFor();
      await tidy(t, app, 'a name to settle');
      await app.page.getByRole('combobox', { name: 'Who is “mentor”, named by mentee 00?' }).selectOption('Nobody: leave it out');
      await app.said('1 name to settle').waitFor({ state: 'detached' });

      await app.press('Bring in answers');
      await app.page.getByRole('combobox', { name: 'The answers are from' }).selectOption('Mentors');
      await app.field('Rows from your spreadsheet').fill('Name\tFirst choice\nmentor 07\tmentee 00\n');
      await app.press('Read the rows');
      await app.press('Bring in 1 answer');
      await grid(app, 'Mentees').getByText('mentor 07', { exact: true }).waitFor();
      await tidy(t, app, 'a mutual wish');

      await app.page.getByRole('switch', { name: 'Tell a wish only when it is mutual' }).or(app.page.getByRole('checkbox', { name: 'Tell a wish only when it is mutual' })).check({ force: true });
      await app.page.locator('#descriptions').getByText('There is an answer that nobody sees.').waitFor({ state: 'attached' });
      t.expect(await names.inputValue() === '', 'a wish is shown although it is kept to itself');

      await app.page.getByRole('combobox', { name: 'Mentor', exact: true }).selectOption({ index: 1 });
      await app.press('Note the request');
      await app.button('1 letter of request').focus();  // brings the table above into view
      await app.said('14 days left').waitFor();
      await app.page.getByRole('combobox', { name: /^Answer of / }).selectOption('No');
      await app.said('Nobody waits for an answer.').waitFor();
      await app.press('1 letter about an end');
      await app.said(/says nothing about you/).waitFor();
    },
  },
];
