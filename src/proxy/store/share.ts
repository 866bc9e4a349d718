import type { Entry, Load, LoadResult } from '../cache.ts';
import type { ProxyError } from '../errors.ts';
import { LazyValue } from '../lazy-value.ts';
import { createStoreWatch } from './store-watch.ts';
import { clampToClock, loadResultOf, recordOf, type StoredRecord } from './record.ts';
import type { Signer } from './signer.ts';
import type { Store } from './store.ts';
import { type EntryStore, WaitingEntries } from './waiting-entries.ts';

export interface ShareOptions<Value> {
  store: Store;
  signer: () => Promise<Signer>;
  /** Calls the upstream. Never rejects. */
  load: () => Promise<LoadResult<Value>>;
  now: () => number;
  refreshMs: number;
  staleMs: number;
  /** Milliseconds by which entries are served later. Default: 0. */
  delayMs?: number;
  /** How long the store keeps the last answer. */
  keepMs: number;
  /** A call that takes longer has failed. */
  timeoutMs: number;
  /** Ends the waiting for others. */
  lifetime: AbortSignal;
  /** Called once when the store fails, and (`true`) when it works again. */
  onChange?: (works: boolean) => void;
  wait?: (milliseconds: number) => Promise<void>;
}

/** A store that has not answered by then counts as down. */
const STORE_PATIENCE_MS = 500;
const LAST_LOOK_MS = 10;
/** How long a lock outlasts its call: writing the answer takes time too. */
const LOCK_MARGIN_MS = 2 * STORE_PATIENCE_MS;
/** How long to wait after a lock's end. */
const STUCK_MARGIN_MS = 1000;

type Offer<Value> = (entry: Entry<Value>) => void;
type Lock = (() => Promise<void>) | null;

/** This instance alone could not reach the upstream: until then it uses the answers of others, and makes no call. */
interface Pause {
  error: ProxyError;
  /** Epoch milliseconds. A time before it means that the clock was set back, and the pause is void. */
  from: number;
  until: number;
}

/**
 * One call for all instances that share a store. The instance with the lock calls and writes the result, an answer or a failure;
 * the others read it when the store notifies them, or ten times a second if it does not. A failure that may concern one instance
 * alone is not shared: a second one retries. If the store fails, each instance calls for itself.
 */
export function shareLoad<Value>(options: ShareOptions<Value>): Load<Value> {
  const { store, load, now, refreshMs, staleMs, delayMs = 0, timeoutMs, lifetime, wait = sleep } = options;
  const waiting = delayMs > 0 ? new WaitingEntries<Value>({ now, refreshMs, delayMs }) : null;
  const signer = new LazyValue(options.signer);
  const lockMs = timeoutMs + LOCK_MARGIN_MS;
  const watchStore = createStoreWatch({ store, wait, lifetime });
  // Set later: Workers have no random numbers before the first request.
  let machine: string | null = null;
  let pause: Pause | null = null;
  let worked = true;
  const works = (value: boolean): void => {
    if (value !== worked) options.onChange?.(value);
    worked = value;
  };

  const read = async ({ key, verify }: Signer): Promise<StoredRecord<Value> | null> => {
    const signed = await inTime(store.read(key));
    const text = typeof signed === 'string' ? await verify(signed) : null;
    return text === null ? null : (JSON.parse(text) as StoredRecord<Value>);
  };

  const write = async ({ key, sign }: Signer, record: StoredRecord<Value>): Promise<void> => {
    // A failure is kept until its pause is over: no instance may call before.
    const keepMs = Math.max(options.keepMs, (record.failure?.until ?? 0) - now());
    await inTime(store.write(key, await sign(JSON.stringify(record)), { order: record.at, now: now(), keepMs }));
  };

  const entriesOf = ({ key, sign, verify }: Signer): EntryStore<Value> => ({
    read: async (at) => {
      const signed = await inTime(store.read(`${key}-${at}`));
      const text = typeof signed === 'string' ? await verify(signed) : null;
      return text === null ? null : (JSON.parse(text) as Entry<Value>);
    },
    write: async (entry) => {
      const keepMs = delayMs + Math.max(refreshMs, staleMs);
      const signed = await sign(JSON.stringify(entry));
      await inTime(store.write(`${key}-${entry.at}`, signed, { order: entry.at, now: now(), keepMs }));
    },
  });

  /** Offers what the record has for this instance. */
  const offerAll = async (signer: Signer, record: StoredRecord<Value> | null, offer: Offer<Value>): Promise<void> => {
    if (record?.waiting) await waiting?.offer(record.waiting, entriesOf(signer), offer);
    if (record?.entry) offer(clampToClock(record.entry, now()));
  };

  /** The outcome of another instance's call, or the lock for a call of our own. */
  const turn = async (signer: Signer, offer: Offer<Value>) => {
    let waitedMs = 0;
    while (!lifetime.aborted) {
      const news = watchStore(signer.key);
      // Read after the lock was requested: its former holder has written by then.
      const asked = store.lock(signer.key, lockMs);
      const lock: Lock = await inTime(asked).catch((error: unknown) => {
        // A lock that comes too late is released.
        void asked.then(release, () => undefined);
        throw error;
      });
      const lookIn = async (): Promise<StoredRecord<Value> | null> => {
        const found = await read(signer);
        await offerAll(signer, found, offer);
        return found;
      };
      const record = await lookIn().catch(async (error: unknown) => {
        await release(lock);
        throw error;
      });
      const outcome = record && loadResultOf(record, { now: now(), refreshMs, staleMs });
      if (outcome) await release(lock);
      if (outcome ?? lock) return { outcome, lock, before: record };
      waitedMs += await news();
      // Its holder has ended, and the store has not released it.
      if (waitedMs > lockMs + STUCK_MARGIN_MS) throw new Error('Timed out waiting for the store lock.');
    }
    return { outcome: null, lock: null, before: null };
  };

  const callForAll = async (
    signer: Signer,
    lock: Lock,
    before: StoredRecord<Value> | null,
  ): Promise<LoadResult<Value>> => {
    const outcome = await load();
    machine ??= crypto.randomUUID();
    const record = recordOf(outcome, before, { now: now(), machine });
    const writeAll = async (): Promise<void> => {
      const entry = 'entry' in outcome ? outcome.entry : null;
      if (waiting && entry) record.waiting = await waiting.add(entry, before?.waiting ?? [], entriesOf(signer));
      await write(signer, record);
    };
    // That this instance is being closed does not concern the others.
    if (!lifetime.aborted) {
      await writeAll().catch(() => {
        works(false);
      });
    }
    await release(lock);
    if (!('error' in outcome) || record.failure?.by !== machine) return outcome;
    pause = { ...outcome, from: now() };
    return { ...outcome, until: Math.min(outcome.until, now() + refreshMs) };
  };

  /** The result of another instance, while this one may not call. */
  const follow = async (signer: Signer, { error, until }: Pause, offer: Offer<Value>) => {
    const record = await read(signer);
    await offerAll(signer, record, offer);
    return (
      (record && loadResultOf(record, { now: now(), refreshMs, staleMs })) ?? {
        error,
        until: Math.min(until, now() + refreshMs),
      }
    );
  };

  return async (offer) => {
    if (pause && (now() < pause.from || now() >= pause.until)) pause = null;
    try {
      const shared = await signer.value;
      if (pause) return await follow(shared, pause, offer);
      const { outcome, lock, before } = await turn(shared, offer);
      works(true);
      return outcome ?? (await callForAll(shared, lock, before));
    } catch {
      works(false);
      return pause ?? load();
    }
  };
}

async function release(lock: Lock): Promise<void> {
  // A lock that cannot be released expires.
  await inTime(lock?.() ?? Promise.resolve()).catch(() => undefined);
}

function inTime<Result>(work: Promise<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    const refuse = (): void => {
      reject(new Error('The store did not answer in time.'));
    };
    let timer = setTimeout(() => {
      // If this process was busy, the answer has arrived and only has to be read.
      timer = setTimeout(refuse, LAST_LOOK_MS);
    }, STORE_PATIENCE_MS);
    work.then(resolve, reject).finally(() => {
      clearTimeout(timer);
    });
  });
}

function sleep(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
