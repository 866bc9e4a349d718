// The tasks of a page's main thread, from Chromium's trace.
const CATEGORIES = ['toplevel', 'blink.user_timing'];
/** More than this is a long task. */
export const LONG_MS = 50;

/** @param cdp A session with the browser. @returns Ends the trace, and gives its events. */
export async function startTrace(cdp) {
  const events = [];
  const collect = ({ value }) => events.push(...value);
  cdp.on('Tracing.dataCollected', collect);
  await cdp.send('Tracing.start', { transferMode: 'ReportEvents', traceConfig: { includedCategories: CATEGORIES } });
  return async () => {
    const complete = new Promise((resolve) => cdp.once('Tracing.tracingComplete', resolve));
    await cdp.send('Tracing.end');
    await complete;
    cdp.off('Tracing.dataCollected', collect);
    return events;
  };
}

/**
 * CPU ms of the main thread until the first picture and until all is done, its long tasks, and by how much they exceed
 * 50 ms: the total blocking time. Thread time is counted, as other programs do not change it.
 */
export function startOf(events) {
  const markOf = (name) => events.find((event) => event.name === name && event.cat.includes('user_timing'));
  const [start, picture, done] = ['bench-start', 'bench-picture', 'bench-done'].map(markOf);
  const tasks = events.filter(
    ({ name, ph, pid, tid, ts }) =>
      /RunTask$/.test(name) && ph === 'X' && pid === start.pid && tid === start.tid && ts > start.ts && ts < done.ts,
  );
  // What promises go on with after a task is a part of it, and is traced behind it.
  const checkpoints = events.filter(
    ({ name, ph, pid, tid }) =>
      name === 'BlinkScheduler_PerformMicrotaskCheckpoint' && ph === 'X' && pid === start.pid && tid === start.tid,
  );
  tasks.sort((a, b) => a.ts - b.ts);
  for (const { ts, tdur = 0 } of checkpoints) {
    const last = tasks.findLast((task) => task.ts <= ts);
    if (last && ts >= last.ts + last.dur) last.tdur = (last.tdur ?? 0) + tdur;
  }
  const cpuBefore = (mark) =>
    tasks.filter(({ ts }) => ts < mark.ts).reduce((total, { tdur = 0 }) => total + tdur / 1000, 0);
  const lengths = tasks.map(({ tdur = 0 }) => tdur / 1000).sort((a, b) => b - a);
  return {
    picture: cpuBefore(picture),
    done: cpuBefore(done),
    longest: lengths[0] ?? 0,
    longTasks: lengths.filter((ms) => ms > LONG_MS),
    blocking: lengths.reduce((total, ms) => total + Math.max(0, ms - LONG_MS), 0),
  };
}
