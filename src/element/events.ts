import type { LiveMapFilterEvent } from './filter-event.ts';
import type { Changes } from '../store/changes.ts';
import type { Status } from '../store/status.ts';
import type { Payment, Snapshot, Visitor } from '../protocol/types.ts';

/** Bubbles, and crosses shadow roots: an application listens where it likes. */
class LiveMapEvent<Detail> extends CustomEvent<Detail> {
  constructor(type: string, detail: Detail) {
    super(type, { detail, bubbles: true, composed: true });
  }
}

/** A snapshot came. Of the first one nothing is new: it is the present. */
export class LiveMapUpdateEvent extends LiveMapEvent<{ snapshot: Snapshot } & Changes> {
  static readonly type = 'datafast-update';
  constructor(snapshot: Snapshot, changes: Changes) {
    super(LiveMapUpdateEvent.type, { snapshot, ...changes });
  }
}

/** A payment that was not there before. */
export class LiveMapPaymentEvent extends LiveMapEvent<{ payment: Payment }> {
  static readonly type = 'datafast-payment';
  constructor(payment: Payment) {
    super(LiveMapPaymentEvent.type, { payment });
  }
}

/** A viewer chose a mark; these are its visitors. */
export class LiveMapSelectEvent extends LiveMapEvent<{ visitors: Visitor[] }> {
  static readonly type = 'datafast-select';
  constructor(visitors: Visitor[]) {
    super(LiveMapSelectEvent.type, { visitors });
  }
}

/** The element's status changed; `reason` says why it is `stale` or in `error`, for machines. */
export class LiveMapStatusEvent extends LiveMapEvent<{ status: Status; previous: Status; reason: string | null }> {
  static readonly type = 'datafast-status';
  constructor(status: Status, previous: Status, reason: string | null) {
    super(LiveMapStatusEvent.type, { status, previous, reason });
  }
}

/** The element's own events by name, for `addEventListener` and the framework types. */
export interface LiveMapEventMap {
  'datafast-update': LiveMapUpdateEvent;
  'datafast-payment': LiveMapPaymentEvent;
  'datafast-select': LiveMapSelectEvent;
  'datafast-status': LiveMapStatusEvent;
  'datafast-filter': LiveMapFilterEvent;
}

declare global {
  // oxlint-disable-next-line typescript/no-empty-object-type -- all that it says is in the map above
  interface GlobalEventHandlersEventMap extends LiveMapEventMap {}
}
