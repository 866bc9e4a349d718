import { whenDone } from './support.ts';

interface Timer {
  callback: () => void;
  due: number;
  every: number | null;
}

type Start = (callback: () => void, ms?: number, ...rest: unknown[]) => number;

export interface Clock {
  /** Timers that wait. */
  readonly pending: number;
  /** Lets time pass: what falls due is called, in order, and what follows from it at once is done. */
  advance(seconds: number): Promise<void>;
  /** Gives the page its own clock back, as the end of the test does. */
  end(): void;
}

/**
 * What turns every second, and what takes longer than one, waits for `advance`; the rest is the page's own.
 *
 * @param isExact Every timer waits, and no time passes by itself: nothing that waits in real time can be used meanwhile.
 */
export function holdTimers({ isExact = false } = {}): Clock {
  const timers = new Map<number, Timer>();
  const own = { setTimeout, clearTimeout, setInterval, clearInterval };
  // Whole seconds, so that two runs are the same to the last digit.
  const begin = Math.ceil(performance.now() / 1000) * 1000;
  const realNow = isExact ? () => begin : performance.now.bind(performance);
  let passed = 0;
  // Beyond the ids of the page's own timers.
  let next = 1_000_000_000;

  const hold =
    (real: Start, repeats: boolean): Start =>
    (callback, ms = 0, ...rest) => {
      if (!isExact && (repeats ? ms < 1000 : ms <= 1000)) return real(callback, ms, ...rest);
      timers.set(++next, { callback, due: passed + ms, every: repeats ? ms : null });
      return next;
    };
  const release =
    (real: (id?: number) => void) =>
    (id?: number): void => {
      if (!timers.delete(id ?? 0)) real(id);
    };

  Object.assign(globalThis, {
    setTimeout: hold(own.setTimeout as Start, false),
    setInterval: hold(own.setInterval as Start, true),
    clearTimeout: release(own.clearTimeout),
    clearInterval: release(own.clearInterval),
  });
  performance.now = () => realNow() + passed;
  const end = (): void => {
    Object.assign(globalThis, own);
    Reflect.deleteProperty(performance, 'now');
  };
  whenDone(end);

  const turn = (): Promise<void> => new Promise((resolve) => own.setTimeout.call(globalThis, resolve, 0));

  return {
    end,
    get pending() {
      return timers.size;
    },
    async advance(seconds) {
      const end = passed + seconds * 1000;
      for (;;) {
        const [first] = [...timers].filter(([, { due }]) => due <= end).sort(([, a], [, b]) => a.due - b.due);
        if (!first) break;
        const [id, timer] = first;
        passed = timer.due;
        if (timer.every === null) timers.delete(id);
        else timer.due += timer.every;
        timer.callback();
        if (timer.every === null) await turn();
      }
      passed = end;
      await turn();
    },
  };
}
