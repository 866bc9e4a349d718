import { CLOCK_TOLERANCE_MS, type Store } from './store.ts';

interface Kept {
  text: string;
  order: number;
  expires: number;
}

/** A store for several proxies in one process, and the plainest example of one. */
export function memoryStore({ now = Date.now }: { now?: () => number } = {}): Store {
  const texts = new Map<string, Kept>();
  const locks = new Map<string, { expires: number }>();
  const watchers = new Map<string, Set<() => void>>();
  return {
    read: (key) => {
      const kept = texts.get(key);
      return Promise.resolve(kept && kept.expires > now() ? kept.text : null);
    },
    write: (key, text, { order, now: time, keepMs }) => {
      const kept = texts.get(key);
      const younger = kept && kept.expires > now() && kept.order > order && kept.order <= time + CLOCK_TOLERANCE_MS;
      if (younger) return Promise.resolve();
      texts.set(key, { text, order, expires: now() + keepMs });
      for (const onWritten of watchers.get(key) ?? []) onWritten();
      return Promise.resolve();
    },
    lock: (key, milliseconds) => {
      const held = locks.get(key);
      if (held && held.expires > now()) return Promise.resolve(null);
      const mine = { expires: now() + milliseconds };
      locks.set(key, mine);
      return Promise.resolve(() => {
        if (locks.get(key) === mine) locks.delete(key);
        return Promise.resolve();
      });
    },
    watch: (key, onWritten) => {
      const watching = watchers.get(key) ?? new Set();
      watchers.set(key, watching.add(onWritten));
      return Promise.resolve(() => void watching.delete(onWritten));
    },
  };
}
