import type { Dimension, VisitorFilter } from '../store/dimensions.ts';

/** A viewer changed the filter; `null`: everyone is shown again. */
export class LiveMapFilterEvent extends CustomEvent<{ filter: VisitorFilter | null }> {
  static readonly type = 'datafast-filter';
  constructor(filter: VisitorFilter | null) {
    super(LiveMapFilterEvent.type, { detail: { filter }, bubbles: true, composed: true });
  }
}

type FilterHost = HTMLElement & { filter: VisitorFilter | null };

/** A viewer's change of one condition. @param value `null` takes it away. */
export function changeCondition(
  host: FilterHost,
  filter: VisitorFilter | undefined,
  dimension: Dimension,
  value: string | null,
): void {
  const conditions = new Map(Object.entries(filter ?? {}));
  if (value === null) conditions.delete(dimension);
  else conditions.set(dimension, value);
  changeFilter(host, conditions.size > 0 ? Object.fromEntries(conditions) : null);
}

/** Escape takes all conditions away; where there are none, it is left to the page. */
export function clearOnEscape(event: KeyboardEvent, host: FilterHost, filter: VisitorFilter | undefined): void {
  if (event.key !== 'Escape' || !filter) return;
  // The dialog around the map stays open.
  event.preventDefault();
  event.stopPropagation();
  changeFilter(host, null);
}

function changeFilter(host: FilterHost, filter: VisitorFilter | null): void {
  host.filter = filter && Object.freeze(filter);
  host.dispatchEvent(new LiveMapFilterEvent(host.filter));
}
