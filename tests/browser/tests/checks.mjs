// After the first meetings: both say how it goes, a pair ends without fault, and what goes with good pairs.
import { careersPairs, go, tidy } from '../story.mjs';

const grid = (app) => app.page.getByRole('grid', { name: 'Pairs' });
const open = async (app, mentee) => {
  await grid(app).getByText(mentee, { exact: true }).click();
  await app.said('How is it going?').waitFor();
};
const says = (app, mentee, answer) => app.page.getByRole('group', { name: `${mentee}, the mentee, says` }).getByRole('radio', { name: answer });

// Answers with the arrow keys, as somebody does who has a pile of paper.
async function answerByKey(app, mentee, answer, presses) {
  await open(app, mentee);
  await says(app, mentee, 'No answer yet').focus();
  for (let press = 0; press < presses; press += 1) await app.page.keyboard.press('ArrowDown');
  await app.page.waitForFunction(([name]) => document.activeElement.getAttribute('aria-label') === name && document.activeElement.checked, [answer]);
  await grid(app).getByText(mentee, { exact: true }).click();
  await app.said('How is it going?').waitFor({ state: 'detached' });
}

export const tests = [
  {
    name: 'a pair that is not a fit ends without fault, and both go first in the next matching', in: ['chromium', 'firefox'],
    async run(t) {
      const app = await t.open();
      await careersPairs(app);
      await open(app, 'mentee 00');
      await says(app, 'mentee 00', 'Not a fit').check({ force: true });
      await app.said('Not every pair fits, and that is all right').waitFor();
      await app.field('A note, if you like').fill('Other hours');
      await tidy(t, app, 'how a pair goes');
      await app.page.getByRole('combobox', { name: 'Show' }).selectOption('Pairs to ask');
      await app.exactly('1 pair').waitFor();
      await open(app, 'mentee 00');
      await app.button('End and find another').click();
      await app.dialog().waitFor();
      await tidy(t, app, 'the end of a pair');
      await app.dialog().getByRole('button', { name: 'End this pair' }).click();
      await app.exactly('Nobody to ask just now.').waitFor();
      await go(app, 'Match');
      await app.said(/Asked for another partner/).first().waitFor({ timeout: 20000 });
      await app.page.keyboard.press('Control+z');
      await go(app, 'Pairs');
      await app.page.getByRole('combobox', { name: 'Show' }).selectOption('Pairs now');
      await app.exactly('35 pairs').waitFor({ timeout: 10000 });
    },
  },
  ...[[1280, 800, false], [1280, 800, true], [390, 780, false], [390, 780, true]].map(([width, height, dark]) => ({
    name: `answers typed by keyboard are compared, at ${width} pixels, ${dark ? 'dark' : 'light'}`, in: ['chromium'],
    async run(t) {
      const look = `${width}-${dark ? 'dark' : 'light'}`;
      const app = await t.open({ width: 1280, height, dark });
      await careersPairs(app);
      for (let i = 0; i < 5; i += 1) await answerByKey(app, `mentee 0${i}`, i === 1 ? 'Not a fit' : 'Good fit', i === 1 ? 3 : 1);
      await app.page.setViewportSize({ width, height });
      await app.page.evaluate(() => { location.hash = '#/works'; });
      await app.heading('What goes with good pairs').waitFor();
      await app.said(/^Of 5 pairs that have answered, 4 are a good fit/).waitFor();
      await app.page.waitForTimeout(400);
      await app.picture(`works-${look}`);
      await tidy(t, app, `what works at ${look}`);
      await app.page.evaluate(() => { location.hash = '#/pairs'; });
      await app.page.getByRole('combobox', { name: 'Show' }).selectOption('Pairs to ask');
      await app.exactly('1 pair').waitFor();
      await app.page.getByText('mentee 01', { exact: true }).first().click();
      await app.said('Not every pair fits, and that is all right').waitFor();
      await app.page.waitForTimeout(400);
      await app.picture(`pair-going-${look}`);
      await tidy(t, app, `how a pair goes at ${look}`);
      await app.button('End and find another').focus();  // below the fold where it is narrow
      await app.page.keyboard.press('Enter');
      await app.dialog().waitFor();
      await app.page.waitForTimeout(400);
      await app.picture(`pair-end-${look}`);
      await tidy(t, app, `the end of a pair at ${look}`);
    },
  })),
];
