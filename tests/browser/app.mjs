// The app in one browser context, as the tests see it: by role and name, never by pixel or class.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { require, SOURCE } from './modules.mjs';

const axe = require.resolve('axe-core/axe.min.js');
const PICTURES = join(SOURCE, 'build/screenshots');
mkdirSync(PICTURES, { recursive: true });

// Counts frames asked for and elements touched, before the page's own script runs.
function countWork() {
  const work = { frames: 0, operations: 0 };
  Object.defineProperty(globalThis, '__work', { value: work });
  const ask = globalThis.requestAnimationFrame.bind(globalThis);
  globalThis.requestAnimationFrame = (draw) => { work.frames += 1; return ask(draw); };
  new MutationObserver((changes) => { work.operations += changes.length; })
    .observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
}

export class App {
  constructor(engine, context, page, origin) {
    Object.assign(this, { engine, context, page, origin, complaints: [] });
    this.listen(page);
  }

  // Anything the page complains about fails the test that made it.
  listen(page) {
    page.on('pageerror', (error) => this.complaints.push(`page error: ${error.message}`));
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type()) && !/GL Driver Message|swiftshader|Password field is not contained|WebGL warning|unreachable code/i.test(message.text())) this.complaints.push(`console ${message.type()}: ${message.text()}`);
    });
  }

  static async open(engine, origin, options = {}) {
    const { width = 1280, height = 800, dark = false, path = '/', init, ...more } = options;
    const context = await engine.browser.newContext({ viewport: { width, height }, colorScheme: dark ? 'dark' : 'light', acceptDownloads: true, ...more });
    context.setDefaultTimeout(15000);
    await context.addInitScript(countWork);
    if (init) await context.addInitScript(init);
    const app = new App(engine, context, await context.newPage(), origin);
    await app.visit(path);
    return app;
  }

  // The same app in a second tab of the same browser.
  async another() {
    const second = new App(this.engine, this.context, await this.context.newPage(), this.origin);
    second.complaints = this.complaints;
    await second.visit('/');
    return second;
  }

  async visit(path = '/') {
    await this.page.goto(this.origin + path);
    await this.ready();
  }
  async ready() {
    await this.page.locator('#boot').waitFor({ state: 'detached', timeout: 15000 });
    await this.page.locator('#mirror h1').first().waitFor({ state: 'attached', timeout: 15000 });
  }

  button(name) { return this.page.getByRole('button', { name, exact: typeof name === 'string' }); }
  link(name) { return this.page.getByRole('link', { name }); }
  field(name) { return this.page.getByRole('textbox', { name }); }
  heading(name) { return this.page.getByRole('heading', { name }); }
  said(text) { return this.page.locator('#mirror').getByText(text); }
  // By keyboard, which also brings what lies below the fold into view.
  async press(name) {
    // What was just typed may have to be understood first, before the button can be used.
    await this.page.getByRole('button', { name, exact: typeof name === 'string', disabled: false }).first().focus();
    await this.page.waitForTimeout(400);  // it is scrolled into view
    await this.page.keyboard.press('Enter');
  }
  // The whole text of something, not a part of it.
  exactly(text) { return this.page.locator('#mirror').getByText(text, { exact: true }).first(); }
  dialog() { return this.page.getByRole('dialog'); }

  // Frames and DOM operations in a while in which nobody does anything.
  async workIn(milliseconds) {
    await this.page.mouse.move(2, 2);
    await this.page.waitForTimeout(1600);
    const read = () => this.page.evaluate(() => ({ ...globalThis.__work }));
    const before = await read();
    await this.page.waitForTimeout(milliseconds);
    const after = await read();
    return { frames: after.frames - before.frames, operations: after.operations - before.operations };
  }

  async axeViolations() {
    await this.page.evaluate(() => document.activeElement && 0);
    if (!await this.page.evaluate(() => 'axe' in globalThis)) await this.addAxe();
    const { violations } = await this.page.evaluate(() => globalThis.axe.run(document, { resultTypes: ['violations'] }));
    return violations.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map(({ html }) => html.slice(0, 160)).join(' | ')}`);
  }
  // Our pages forbid foreign script elements, so axe is evaluated rather than added.
  async addAxe() {
    const { readFileSync } = await import('node:fs');
    await this.page.evaluate(readFileSync(axe, 'utf8'));
  }

  // The driver of Firefox puts a style into the page to take a picture, which our policy refuses.
  async picture(name) {
    const before = this.complaints.length;
    await this.page.screenshot({ path: join(PICTURES, `${name}.png`), caret: 'initial' });
    const since = this.complaints.splice(before);
    this.complaints.push(...since.filter((complaint) => !/blocked an inline style/.test(complaint)));
  }

  async close() { await this.context.close(); }
}
