// What holds for every screen: the page around it.
const EVERYWHERE = ['chromium', 'firefox'];

export const tests = [
  {
    name: 'the first screen comes back after a reload, and the window is named', in: EVERYWHERE,
    async run(t) {
      const app = await t.open();
      await app.page.reload();
      await app.ready();
      t.expect((await app.page.title()).includes('Pairbook'), `the title is "${await app.page.title()}"`);
    },
  },
  {
    name: 'nothing is drawn and no element is touched while nobody does anything', in: EVERYWHERE,
    async run(t) {
      const app = await t.open();
      const { frames, operations } = await app.workIn(4000);
      t.expect(frames === 0 && operations === 0, `${frames} frames and ${operations} DOM operations in 4 s`);
    },
  },
  {
    name: 'the first screen has no accessibility violation', in: EVERYWHERE,
    async run(t) {
      const app = await t.open();
      const violations = await app.axeViolations();
      t.expect(violations.length === 0, violations.join('\n'));
    },
  },
  {
    name: 'every request goes to the page\'s own origin', in: EVERYWHERE,
    async run(t) {
      const app = await t.open();
      const strangers = [];
      app.page.on('request', (request) => { if (!/^(data|blob):/.test(request.url()) && !request.url().startsWith(app.origin)) strangers.push(request.url()); });
      await app.page.reload();
      await app.ready();
      t.expect(strangers.length === 0, strangers.join('\n'));
    },
  },
  {
    name: 'the canvas has the device\'s own pixels', in: ['chromium'],
    async run(t) {
      const app = await t.open({ deviceScaleFactor: 2 });
      const size = await app.page.evaluate(() => [document.getElementById('canvas').width, document.getElementById('canvas').height]);
      t.expect(size[0] === 2560 && size[1] === 1600, `the canvas has ${size.join(' x ')} pixels`);
    },
  },
  {
    name: 'a lost graphics context comes back painted', in: ['chromium'],
    async run(t) {
      const app = await t.open();
      const before = await app.page.screenshot();
      await app.page.evaluate(async () => {
        const context = document.getElementById('canvas').getContext('webgl2');
        const loss = context.getExtension('WEBGL_lose_context');
        loss.loseContext();
        await new Promise((resolve) => setTimeout(resolve, 200));
        loss.restoreContext();
        await new Promise((resolve) => setTimeout(resolve, 600));
      });
      const after = await app.page.screenshot();
      t.expect(before.equals(after), 'the page looks different after the loss');
    },
  },
  {
    name: 'without WebGL2 the mirror is the page', in: EVERYWHERE,
    async run(t) {
      const app = await t.open({ init: () => {
        const get = HTMLCanvasElement.prototype.getContext;
        HTMLCanvasElement.prototype.getContext = function (kind, ...rest) { return /webgl/.test(kind) ? null : get.call(this, kind, ...rest); };
      } });
      t.expect(await app.page.evaluate(() => document.documentElement.classList.contains('plain')), 'the page is not plain');
      const color = await app.page.locator('#mirror h1').first().evaluate((element) => getComputedStyle(element).color);
      t.expect(!color.startsWith('rgba'), `the heading is ${color}`);
      await app.picture(`no-webgl-${t.engine}`);
      const violations = await app.axeViolations();
      t.expect(violations.length === 0, violations.join('\n'));
    },
  },
  {
    name: 'forced colours show the mirror in the system\'s colours', in: ['chromium'],
    async run(t) {
      const app = await t.open({ forcedColors: 'active' });
      t.expect(await app.page.evaluate(() => document.documentElement.classList.contains('plain')), 'the page is not plain');
      await app.picture('forced-colors');
    },
  },
  {
    name: 'a narrow window and doubled text break nothing', in: EVERYWHERE,
    async run(t) {
      for (const width of [320, 390, 640]) {
        const app = await t.open({ width, height: 700 });
        const outside = await app.page.evaluate((most) => [...document.querySelectorAll('#mirror button, #mirror input, #mirror a, #mirror h1')]
          .filter((element) => { const box = element.getBoundingClientRect(); return box.right > most + 1 || box.left < -1; })
          .map((element) => element.textContent || element.getAttribute('aria-label')), width);
        t.expect(outside.length === 0, `at ${width} pixels these stick out: ${outside.join(', ')}`);
      }
    },
  },
];
