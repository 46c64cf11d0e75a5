// A question asked only to check fairness, from the file to the page that compares groups.
import { go, importFile, saved, startProgramme, tidy } from '../story.mjs';

// 18 mentors; 10 women, 8 men and 2 others as mentees, of whom two get nobody.
function people() {
  const lines = ['Name,Email,Role,Gender,Field'];
  const add = (name, role, gender) => lines.push(`${name},${name.replaceAll(' ', '.')}@example.org,${role},${gender},Law`);
  const FIRST = ['Ada', 'Bo', 'Cai', 'Dee', 'Eli', 'Fay', 'Gus', 'Hal', 'Ivy', 'Joe', 'Kim', 'Lou', 'Max', 'Nia', 'Oz', 'Pia', 'Quy', 'Rae'];
  FIRST.forEach((name) => add(`${name} Mentor`, 'mentor', ''));
  FIRST.slice(0, 10).forEach((name) => add(`${name} Svensson`, 'mentee', 'Woman'));
  FIRST.slice(0, 8).forEach((name) => add(`${name} Okafor`, 'mentee', 'Man'));
  FIRST.slice(0, 2).forEach((name) => add(`${name} Tanaka`, 'mentee', 'Other'));
  return { name: 'people.csv', text: `${lines.join('\n')}\n` };
}

export const tests = [[1280, 800, false], [1280, 800, true], [390, 780, false], [390, 780, true]].map(([width, height, dark]) => ({
  name: `groups are compared by a question that matching never reads, at ${width} pixels, ${dark ? 'dark' : 'light'}`,
  in: width === 1280 && !dark ? ['chromium', 'firefox'] : ['chromium'],
  async run(t) {
    const look = `${width}-${dark ? 'dark' : 'light'}`;
    const app = await t.open({ width: 1280, height, dark });
    await startProgramme(app);
    await importFile(app, people(), 38);
    await app.page.evaluate(() => { location.hash = '#/questions'; });
    await app.press('Change "Gender"');
    await app.dialog().waitFor();
    await app.dialog().getByText('Only to check fairness').first().waitFor({ state: 'attached' });
    await app.dialog().getByRole('combobox', { name: 'What the answers are for' }).selectOption('Only to check fairness');
    await app.dialog().getByRole('button', { name: 'Save' }).focus();
    await app.page.keyboard.press('Enter');
    await saved(app);
    await go(app, 'Match');
    await app.button(/^Approve all 18/).click();
    await go(app, 'Fairness');
    await app.page.setViewportSize({ width, height });
    await app.exactly('Woman').first().waitFor();
    await app.page.waitForTimeout(400);
    await app.picture(`fairness-groups-${look}`);
    await tidy(t, app, `fairness with figures at ${look}`);
    const page = await app.page.locator('#mirror').innerText();
    t.expect(!/Svensson|Okafor|Tanaka/.test(page), 'the page names nobody');
  },
}));
