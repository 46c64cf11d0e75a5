// What keeps the page quick, as far as it can be told without a clock.
export const tests = [
  {
    name: 'a frame asks the graphics card nothing, because the answer would have to wait for the paint', in: ['chromium'],
    async run(t) {
      const app = await t.open({ init: () => {
        globalThis.__asked = 0;
        for (const name of ['getParameter', 'getError', 'readPixels', 'finish']) {
          const real = WebGL2RenderingContext.prototype[name];
          WebGL2RenderingContext.prototype[name] = function (...given) { globalThis.__asked += 1; return real.apply(this, given); };
        }
      } });
      const before = await app.page.evaluate(() => globalThis.__asked);
      await app.button('Start a programme').click();
      await app.field('Name of the programme').fill('Harbour');
      const asked = await app.page.evaluate(() => globalThis.__asked) - before;
      t.expect(asked === 0, `it was asked ${asked} times`);
    },
  },
];
