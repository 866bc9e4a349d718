import type { Snapshot } from '../protocol/types.ts';
import { ROW_KINDS, type RowKind } from '../ticker/rows.ts';
import type { LiveState } from './live-state.ts';
import { LiveStore } from './live-store.ts';
import type { Platform } from './platform.ts';

/**
 * The state of a single snapshot, as a map shows it that has just loaded: for pictures and for pages rendered on a server.
 *
 * @param now Epoch ms by the server's clock.
 */
export function snapshotState(
  snapshot: Snapshot,
  now: number,
  kinds: readonly RowKind[] = ROW_KINDS,
  size = 5,
): LiveState {
  return snapshotStore(snapshot, now, kinds, size).state;
}

/** The store of that state. */
export function snapshotStore(
  snapshot: Snapshot | null,
  now: number,
  kinds: readonly RowKind[],
  size: number,
): LiveStore {
  const store = new LiveStore(STOPPED);
  store.configure(kinds, size);
  if (snapshot) store.receive({ snapshot, serverTime: now }, 0);
  store.setStatus(snapshot ? (snapshot.meta?.stale ? 'stale' : 'live') : 'loading');
  return store;
}

/** Time does not pass. */
const STOPPED: Platform = {
  setTimeout: () => undefined,
  clearTimeout: () => undefined,
  now: () => 0,
  epoch: () => 0,
  random: () => 0,
};
