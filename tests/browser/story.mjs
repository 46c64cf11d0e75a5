// What a coordinator does, step by step, in the words that are on the screen.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SOURCE } from './modules.mjs';

export const PASSPHRASE = 'quiet harbour seven lanterns drifting';
export const PROGRAMME = 'Harbour Mentoring';
const DATA = join(SOURCE, 'tests/data/careers-network');
export const data = (name) => ({ name, text: readFileSync(join(DATA, name), 'utf8') });

// A file dropped on the page, as the browser tells it.
export function drop(app, ...files) {
  return app.page.evaluate((all) => {
    const transfer = new DataTransfer();
    for (const { name, text } of all) transfer.items.add(new File([text], name, { type: 'text/csv' }));
    const place = document.getElementById('app');
    place.dispatchEvent(new DragEvent('dragover', { dataTransfer: transfer, bubbles: true, cancelable: true }));
    place.dispatchEvent(new DragEvent('drop', { dataTransfer: transfer, bubbles: true, cancelable: true }));
  }, files);
}

export async function nameProgramme(app, name = PROGRAMME) {
  await app.button('Start a programme').click();
  await app.field('Name of the programme').fill(name);
  await app.button('Next').click();
}

export async function choosePassphrase(app, passphrase = PASSPHRASE) {
  await app.field('Passphrase').fill(passphrase);
  await app.button('Next').click();
  await app.field('Type it again').fill(passphrase);
  await app.button('Next').click();
}

// Saves the sheet, types two of its groups back, and waits for the book. Returns the groups.
export async function keepSheet(app) {
  await app.heading('Recovery sheet').waitFor();
  const groups = await app.page.locator('#mirror li').allTextContents();
  await app.button('Save the sheet').click();
  await app.button('Next').click();
  await app.field(/^Group/).first().waitFor();
  for (const field of await app.field(/^Group/).all()) {
    const number = Number((await field.getAttribute('aria-label')).match(/\d/)[0]);
    await field.fill(groups[number - 1]);
  }
  await app.button('Make the book').click();
  await app.link('People').first().waitFor({ timeout: 20000 });
  return groups;
}

export async function startProgramme(app) {
  await nameProgramme(app);
  await choosePassphrase(app);
  return keepSheet(app);
}

// From a file dropped on the page to people in the book, by the columns as they are guessed.
export async function importFile(app, file, people) {
  await drop(app, file);
  await app.said(`${file.name}: ${people} rows`).waitFor({ timeout: 20000 });
  await app.press('Next');
  const run = app.button(new RegExp(`^Bring in`));
  await run.waitFor({ timeout: 20000 });
  await app.press(new RegExp(`^Bring in`));
  await app.button('See people').waitFor({ timeout: 30000 });
}

export async function downloaded(app, press) {
  const [download] = await Promise.all([app.page.waitForEvent('download'), press()]);
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

export async function saved(app) { await app.said('Saved on this device').waitFor({ timeout: 10000 }); }

export async function unlock(app, passphrase = PASSPHRASE) {
  // With a single book on the device its unlock screen comes first.
  const open = app.button(/^Open (Harbour|a programme)/i);
  await open.or(app.field('Passphrase')).first().waitFor();
  if (await open.count()) await open.first().click();
  await app.field('Passphrase').fill(passphrase);
  await app.page.keyboard.press('Enter');
}

export async function go(app, place) {
  await app.link(place).first().click();
  await app.heading(place).first().waitFor();
}

// Fifty mentors, fifty mentees and the careers network's rules: 35 pairs and 750 points.
export async function careersNetwork(app) {
  await startProgramme(app);
  await importFile(app, data('small_mentors.csv'), 50);
  await importFile(app, data('small_mentees.csv'), 50);
  await app.page.evaluate(() => { location.hash = '#/rules'; });
  await app.press('Use these rules');  // below the fold of a narrow window
  await app.said('392 of 2,500 possible pairs are allowed.').waitFor({ timeout: 20000 });
}

/// The careers network, matched and approved: 35 pairs of 750 points.
export async function careersPairs(app) {
  await careersNetwork(app);
  await go(app, 'Match');
  await app.exactly('750').waitFor({ timeout: 20000 });
  await app.button('Approve all 35').click();
  await go(app, 'Pairs');
  await app.exactly('35 pairs').waitFor({ timeout: 10000 });
}
export async function tidy(t, app, where) {
  const violations = await app.axeViolations();
  t.expect(violations.length === 0, `${where}: ${violations.join('\n')}`);
}
