// The longest time a page's main thread is busy without a pause, as the processor counts it: what other
// programs take from the machine meanwhile does not count. Chromium only (its own tracing).

const CATEGORIES = 'toplevel,disabled-by-default-v8.cpu_profiler';

async function trace(session, work) {
  const events = [];
  const collect = ({ value }) => { for (const event of value) if (event.ph === 'X' && event.tdur > 0) events.push(event); else if (event.ph === 'M') events.push(event); };
  session.on('Tracing.dataCollected', collect);
  const complete = new Promise((resolve) => { session.once('Tracing.tracingComplete', resolve); });
  await session.send('Tracing.start', { transferMode: 'ReportEvents', traceConfig: { includedCategories: CATEGORIES.split(','), excludedCategories: ['*'] } });
  await work();
  await session.send('Tracing.end');
  await complete;
  session.off('Tracing.dataCollected', collect);
  return events;
}

// Milliseconds of the longest tasks of the renderer's main thread while `work` goes on, longest first.
export async function longestTasks(session, work, most = 3) {
  const events = await trace(session, work);
  const mains = new Set(events.filter(({ ph, name, args }) => ph === 'M' && name === 'thread_name' && args.name === 'CrRendererMain').map(({ pid, tid }) => `${pid}:${tid}`));
  const tasks = events.filter(({ ph, name, pid, tid }) => ph === 'X' && /RunTask$/.test(name) && mains.has(`${pid}:${tid}`)).map(({ tdur }) => tdur / 1000);
  if (!tasks.length) throw new Error('the browser told of no task');
  return tasks.sort((a, b) => b - a).slice(0, most);
}
