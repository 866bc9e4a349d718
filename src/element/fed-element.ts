import type { PropertyValues } from 'lit';
import { warnOfCause, warnUnconfigured } from '../base/causes.ts';
import { customStates } from '../base/states.ts';
import { warnOnce } from '../base/warn.ts';
import type { Changes } from '../client/changes.ts';
import type { Span } from '../client/due.ts';
import type { Status } from '../client/status.ts';
import { FeedController } from '../controllers/feed.ts';
import { parseSnapshot } from '../protocol/parse.ts';
import { withoutPersonal } from '../protocol/personal.ts';
import type { Snapshot } from '../protocol/types.ts';
import { ConfiguredElement } from './configured-element.ts';
import { LiveMapPaymentEvent, LiveMapStatusEvent, LiveMapUpdateEvent } from './events.ts';
import { SOURCE_OPTIONS, sourceOf } from './source.ts';
import { TAG } from './tag.ts';

/** The part of the element that has data: where they come from, what they are, and what is told of them. */
export abstract class FedElement extends ConfiguredElement {
  protected readonly feed: FeedController = new FeedController(this, {
    onSnapshot: (snapshot, changes, span) => {
      this.adopt(snapshot, changes, span);
      this.#tell(new LiveMapUpdateEvent(snapshot, changes));
      for (const payment of changes.payments) this.#tell(new LiveMapPaymentEvent(payment));
    },
    onStatus: (status, previous, reason) => {
      this.#setState(status);
      this.becomeStatus(status);
      this.#tell(new LiveMapStatusEvent(status, previous, reason));
      if (reason !== null) void warnOfCause(TAG, reason, this.proxyUrl);
    },
  });
  readonly #setState = customStates(this);

  /** How the data is: `unconfigured`, `loading`, `live`, `stale` or `error`. */
  get status(): Status {
    return this.feed.status;
  }

  /**
   * The last snapshot. Set by code, in the documented shape, it supplies the data: polling stops until it is set to
   * `null` again. What is no snapshot is ignored, with a warning.
   */
  get snapshot(): Snapshot | null {
    return this.feed.snapshot;
  }

  set snapshot(value: unknown) {
    // Frameworks pass "" for null.
    const result = value ? parseSnapshot(value, this.feed.memory) : null;
    if (result?.ok === false) warnOnce(`<${TAG}> snapshot is ignored: ${result.failure.message}`);
    else this.feed.supply(result && withoutPersonal(result.snapshot));
  }

  /** Polls now. Settles when the poll has ended, and never rejects. */
  async refresh(): Promise<void> {
    // The address may have been set in this very moment.
    if (this.isConnected) await this.updateComplete;
    await this.feed.refresh();
  }

  /** Lets map, ticker and announcements stand still. */
  pause(): void {
    this.paused = true;
  }

  /** Goes on with the present, and tells how many visits were missed. */
  resume(): void {
    this.paused = false;
  }

  /** A framework sets a snapshot while it renders: it hears of it when it has put its newest listeners there. */
  #tell(event: Event): void {
    if (this.feed.isSupplied) queueMicrotask(() => this.dispatchEvent(event));
    else this.dispatchEvent(event);
  }

  /** A snapshot came. @param span When what is new is to be shown; `null` where it is the present, not news. */
  protected abstract adopt(snapshot: Snapshot, changes: Changes, span: Span | null): void;

  /** The status is another one. */
  protected abstract becomeStatus(status: Status): void;

  /** Another address is another site: what is known of the former one goes. */
  protected abstract forget(): void;

  /** Before each rendering, but not on a server: what has to be asked of the page or of the network. */
  protected abstract prepare(): void;

  /** Servers do not get here, and the status that follows from a new source is in this very rendering. */
  protected override update(changed: PropertyValues<this>): void {
    if (changed.has('proxyUrl')) this.forget();
    if (SOURCE_OPTIONS.some((option) => changed.has(option))) {
      this.feed.connectTo(sourceOf(this));
      this.#setState(this.status);
      warnUnconfigured(this);
    }
    this.prepare();
    super.update(changed);
  }
}
