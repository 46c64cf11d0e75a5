// Every screen in both themes and widths, for people to look at, with axe on each; and as narrow as
// a phone gets or a page zoomed to 400 % (320 pixels), where nothing may stick out.
import { data, drop, importFile, startProgramme } from '../story.mjs';

const PLACES = ['home', 'people', 'import', 'rules', 'wishes', 'match', 'match/weigh', 'pairs', 'letters', 'fairness', 'history', 'settings', 'questions'];
const LOOKS = [
  { width: 1280, height: 800, dark: false }, { width: 1280, height: 800, dark: true },
  { width: 390, height: 780, dark: false }, { width: 390, height: 780, dark: true },
  { width: 320, height: 640, dark: false },
];

export const tests = LOOKS.map(({ width, height, dark }) => ({
  name: `every screen at ${width} pixels, ${dark ? 'dark' : 'light'}`, in: ['chromium'],
  async run(t) {
    const app = await t.open({ width, height, dark });
    const look = `${width}-${dark ? 'dark' : 'light'}`;
    const troubles = [];
    const show = async (name) => {
      await app.page.waitForTimeout(350);
      await app.picture(`${name}-${look}`);
      troubles.push(...(await app.axeViolations()).map((violation) => `${name}: ${violation}`));
      const wide = await app.page.evaluate((most) => [...document.querySelectorAll('#mirror button, #mirror input, #mirror h1')].filter((element) => element.getBoundingClientRect().right > most + 1 && !element.closest('[role=grid]')).map((element) => element.textContent || element.getAttribute('aria-label')), width);
      if (wide.length) troubles.push(`${name}: beyond the right edge: ${wide.join(', ')}`);
    };
    await show('welcome');
    await startProgramme(app);
    await importFile(app, data('small_mentors.csv'), 50);
    await show('import-done');
    await drop(app, data('small_mentees.csv'));
    await app.said('small_mentees.csv: 50 rows').waitFor({ timeout: 20000 });
    await show('import-columns');
    await app.press('Next');
    await app.button(/^Bring in/).waitFor({ timeout: 20000 });
    await show('import-preview');
    await app.press(/^Bring in/);
    await app.button('See people').waitFor({ timeout: 20000 });
    for (const place of PLACES) {
      await app.page.evaluate((hash) => { location.hash = hash; }, place === 'home' ? '#/' : `#/${place}`);
      await app.page.locator('#mirror h1').first().waitFor();
      if (place === 'rules') await app.press(/^Use these rules/);
      if (place === 'match') await app.exactly('750').waitFor({ timeout: 20000 });
      if (place === 'match/weigh') {
        await app.heading('What would give more people a pair').waitFor({ timeout: 20000 });
        await app.press('Keep this proposal');
        await app.heading('Side by side').waitFor({ timeout: 10000 });
        await app.page.getByRole('button', { name: /^(Dismiss|Close)/ }).first().click().catch(() => {});
      }
      await show(place.replace('/', '-'));
    }
    await app.page.keyboard.press('Control+k');
    await app.dialog().waitFor({ timeout: 5000 });
    await show('palette');
    await app.page.keyboard.press('Escape');
    t.expect(troubles.length === 0, troubles.join('\n'));
  },
}));
