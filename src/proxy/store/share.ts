import type { Entry, Outcome } from '../cache.ts';
import { Ready } from '../ready.ts';
import { outcomeOf, recordOf, type StoredRecord } from './record.ts';
import type { Seal } from './seal.ts';
import type { Store } from './store.ts';

export interface ShareOptions<Value> {
  store: Store;
  seal: () => Promise<Seal>;
  /** Calls the upstream. Never rejects. */
  load: () => Promise<Outcome<Value>>;
  now: () => number;
  refreshMs: number;
  staleMs: number;
  /** A call that takes longer has failed. */
  timeoutMs: number;
  /** Ends the waiting for others. */
  lifetime: AbortSignal;
  /** Told once when the store fails, and (`true`) when it works again. */
  onChange?: (works: boolean) => void;
  wait?: (milliseconds: number) => Promise<void>;
}

/** A store that has not answered by then is taken for one that does not. */
const STORE_PATIENCE_MS = 500;
/** Between two looks for what another machine is fetching. */
const LOOK_AGAIN_MS = 100;
/** What a lock outlasts the call that it is for: writing the answer takes a moment too. */
const LOCK_MARGIN_MS = 2 * STORE_PATIENCE_MS;

type Lock = (() => Promise<void>) | null;

/**
 * One call for all machines that share a store. Whoever gets the lock calls and writes what came of it, be it an answer or
 * a failure; the others look for it ten times a second. A notice by the store would save them a tenth of a second, for a
 * second connection that can break on its own. Where the store fails, each machine calls for itself.
 */
export function shareLoad<Value>(
  options: ShareOptions<Value>,
): (offer: (entry: Entry<Value>) => void) => Promise<Outcome<Value>> {
  const { store, load, now, refreshMs, staleMs, timeoutMs, lifetime, wait = sleep } = options;
  const seal = new Ready(options.seal);
  let worked = true;
  const works = (value: boolean): void => {
    if (value !== worked) options.onChange?.(value);
    worked = value;
  };

  const read = async ({ key, open }: Seal): Promise<StoredRecord<Value> | null> => {
    const sealed = await inTime(store.read(key));
    const text = typeof sealed === 'string' ? await open(sealed) : null;
    return text === null ? null : (JSON.parse(text) as StoredRecord<Value>);
  };

  const write = async ({ key, close }: Seal, record: StoredRecord<Value>): Promise<void> => {
    const keepMs = Math.max(refreshMs, staleMs);
    await inTime(store.write(key, await close(JSON.stringify(record)), { order: record.at, now: now(), keepMs }));
  };

  /** The outcome of a call that another machine made, or the lock under which to make one. */
  const turn = async (seal: Seal, offer: (entry: Entry<Value>) => void) => {
    while (!lifetime.aborted) {
      // Looked for after the lock was asked for: who had it until now has written.
      const asked = store.lock(seal.key, timeoutMs + LOCK_MARGIN_MS);
      const lock: Lock = await inTime(asked).catch((error: unknown) => {
        // One that comes late is not held for nothing.
        void asked.then(release, () => undefined);
        throw error;
      });
      const record = await read(seal).catch(async (error: unknown) => {
        await release(lock);
        throw error;
      });
      const outcome = record && outcomeOf(record, { now: now(), refreshMs });
      if (record?.entry) offer(record.entry);
      if (outcome) await release(lock);
      if (outcome ?? lock) return { outcome, lock, before: record?.entry ?? null };
      await wait(LOOK_AGAIN_MS);
    }
    return { outcome: null, lock: null, before: null };
  };

  return async (offer) => {
    let mine;
    try {
      const shared = await seal.value;
      mine = await turn(shared, offer);
      works(true);
      if (mine.outcome) return mine.outcome;
      const outcome = await load();
      // That this machine is being closed is no news to the others.
      if (!lifetime.aborted) {
        await write(shared, recordOf(outcome, mine.before, now())).catch(() => {
          works(false);
        });
      }
      await release(mine.lock);
      return outcome;
    } catch {
      works(false);
      return load();
    }
  };
}

async function release(lock: Lock): Promise<void> {
  // A lock that cannot be given back ends by itself.
  await inTime(lock?.() ?? Promise.resolve()).catch(() => undefined);
}

function inTime<Result>(work: Promise<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      reject(new Error('The store did not answer in time.'));
    }, STORE_PATIENCE_MS);
    work.then(resolve, reject).finally(() => {
      clearTimeout(timer);
    });
  });
}

function sleep(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
