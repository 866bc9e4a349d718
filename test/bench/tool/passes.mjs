// The four measurements. Each goes round all contenders, so that all of them meet the same moods of the machine.
import { join } from 'node:path';
import { readMemory } from './meter.mjs';
import { shots } from './paths.mjs';
import { Session, TooSlow, within } from './session.mjs';

const COLD_DOTS = 500;
const SLOWDOWN = 4;
/** Larger numbers are not tried with a slow CPU. */
const MOST_SLOW_DOTS = 5000;

const SETTLE_MS = 300;
const UPDATE_MS = 30_000;
/** When one size has taken a contender so long, larger ones are not tried. */
const UPDATES_MS = 20_000;

const LEAK_DOTS = 500;
const WARM_UPDATES = 20;
const WARM_MS = 20_000;
const LEAK_MS = 12_000;
const IDLE_MS = 5_000;

/** A fresh page: compile, evaluate, land, dots. */
export async function coldPass(run) {
  for (const contender of run.contenders) {
    const { cold } = run.of(contender);
    await inSession(run, contender, { dots: COLD_DOTS }, 'cold start', async (session) => {
      cold.push(await session.start());
    });
  }
}

/** The same with a CPU made four times slower. */
export async function slowPass(run, dots) {
  if (dots > MOST_SLOW_DOTS) return;
  for (const contender of run.contenders) {
    const { slow } = run.of(contender);
    if (contender.noDots && dots !== run.options.sizes[0]) continue;
    await inSession(run, contender, { dots, slowdown: SLOWDOWN }, `slow start with ${dots}`, async (session) => {
      slow[dots].push(await session.start());
    });
  }
}

/** Polls with one tenth of new visitors, with `dots` dots. */
export async function updatePass(run, dots, isFirst) {
  for (const contender of run.contenders) {
    const { updates } = run.of(contender);
    const cell = updates[dots];
    if (cell.skipped || (contender.noDots && dots !== run.options.sizes[0])) continue;
    const isDone = await inSession(run, contender, { dots }, `updates of ${dots}`, async (session) => {
      cell.mounts.push(await session.mount());
      await session.page.waitForTimeout(SETTLE_MS);
      await updateRepeatedly(session, cell, run.options.updates);
      if (isFirst) await session.screenshot(join(shots, `${contender.id}-${dots}.png`));
      cell.heap = (await readMemory(session.cdp)).heap;
      cell.elements = await session.call('countElements');
    });
    if (!isDone) cell.skipped ??= 'too slow or failed';
    if (cell.skipped) {
      for (const larger of run.options.sizes.filter((size) => size > dots))
        updates[larger].skipped ??= `not tried after ${dots}`;
    }
  }
}

async function updateRepeatedly(session, cell, count) {
  let spent = 0;
  for (let done = 1; done <= count; done++) {
    await session.call('prepare');
    const [times, cost] = await session.measure(() => within(UPDATE_MS, 'an update', session.call('step')));
    cell.samples.push({ ...times, ...cost });
    spent += times.wall;
    if (spent > UPDATES_MS) {
      cell.skipped = `> ${UPDATES_MS / 1000} s after ${done} updates`;
      return;
    }
  }
}

/** What many updates leave behind, and what the page costs while nothing comes. */
export async function leakPass(run) {
  for (const contender of run.contenders) {
    await inSession(run, contender, { dots: LEAK_DOTS }, 'leaks', async (session) => {
      await session.mount();
      await session.call('many', WARM_UPDATES, WARM_MS);
      await session.call('remember');
      const before = await readMemory(session.cdp);
      const done = await within(60_000, 'many updates', session.call('many', run.options.leak, LEAK_MS));
      // Nodes are compared with the same dots on the map.
      await session.call('recall');
      const after = await readMemory(session.cdp);
      await session.page.waitForTimeout(1000);
      const [, idle] = await session.measure(() => session.call('idle', IDLE_MS));
      run.of(contender).leak = { before, after, done, idle };
    });
  }
}

/** Opens a fresh page for a contender. What goes wrong is reported, and the others go on. */
async function inSession(run, contender, options, what, action) {
  let session;
  try {
    session = await Session.open(run.browsers, run.origin, contender, options);
    await action(session);
    for (const message of session.errors.slice(0, 1)) run.failed(contender, what, message, false);
    return true;
  } catch (error) {
    const isTooSlow = error instanceof TooSlow || error.name === 'TimeoutError';
    // What the page threw itself says more.
    run.failed(contender, what, session?.errors[0] ?? error.message, isTooSlow);
    return false;
  } finally {
    await session?.close();
  }
}
