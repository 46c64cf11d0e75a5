// Debian's Chromium and Firefox. Firefox is driven over WebDriver BiDi and has WebGL only on an X display.
import { spawn } from 'node:child_process';
import { require } from './modules.mjs';

const { chromium, firefox } = require('playwright-core');

const CHROMIUM_ARGUMENTS = [
  '--no-sandbox', '--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--disable-quic',
  '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync',
];

function startDisplay() {
  return new Promise((resolve, reject) => {
    const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1400x1000x24', '-nolisten', 'tcp'], { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
    process.once('exit', () => server.kill('SIGTERM'));  // or it would outlive a failure to launch
    server.once('error', reject);
    server.once('exit', (status) => reject(new Error(`Xvfb ended with status ${status}`)));
    server.stdio[3].once('data', (number) => resolve({ name: `:${String(number).trim()}`, stop: () => server.kill('SIGTERM') }));
  });
}

async function launchChromium() {
  const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: CHROMIUM_ARGUMENTS });
  return { name: 'chromium', browser, stop: () => browser.close() };
}

async function launchFirefox() {
  const display = await startDisplay();
  const browser = await firefox.launch({
    channel: 'moz-firefox', executablePath: '/usr/bin/firefox-esr', headless: false,
    env: { ...process.env, DISPLAY: display.name, MOZ_WEBRENDER: '1' },
    firefoxUserPrefs: { 'webgl.force-enabled': true, 'browser.shell.checkDefaultBrowser': false, 'browser.download.alwaysOpenPanel': false, 'browser.download.panel.shown': true, 'datareporting.policy.dataSubmissionEnabled': false },
  });
  return { name: 'firefox', browser, stop: async () => { await browser.close(); display.stop(); } };
}

export const LAUNCH = { chromium: launchChromium, firefox: launchFirefox };
