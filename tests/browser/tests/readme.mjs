// The README's commands, as somebody would type them.
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SOURCE } from '../modules.mjs';
import { freePort } from '../server.mjs';

const readme = readFileSync(join(SOURCE, 'README.md'), 'utf8');

export const tests = [
  {
    name: 'the README\'s first command serves the app where it says', in: ['chromium'],
    async run(t) {
      t.expect(readme.includes('\n./tools/run\n') && readme.includes('`http://localhost:8080` (`--port N` for another)'), 'the README says it differently');
      const port = await freePort();
      const command = spawn('./tools/run', ['--port', String(port)], { cwd: SOURCE, stdio: ['ignore', 'pipe', 'inherit'] });
      try {
        let said = '';
        for await (const chunk of command.stdout) {
          said += chunk;
          if (said.includes('Ctrl-C')) break;
        }
        const [origin] = said.match(/http:\/\/localhost:\d+/) || [];
        t.expect(origin === `http://localhost:${port}`, `it said: ${said.slice(-300)}`);
        const app = await t.open({ origin });
        await app.button('Start a programme').waitFor();
        await app.close();
      } finally {
        command.kill('SIGTERM');
      }
      const [status] = await once(command, 'exit');
      t.expect(status === 0, `it ended with status ${status}`);
    },
  },
  {
    name: 'the README\'s command for a terminal tells its options', in: ['chromium'],
    async run(t) {
      const [, command] = readme.match(/```sh\n(build\/native\/bin\/pairbook --help)\n```/) || [];
      t.expect(command, 'the README has no such command');
      t.expect(/verify/.test(execFileSync(t.program('pairbook'), command.split(' ').slice(1), { encoding: 'utf8' })), 'verify is not among them');
    },
  },
];
