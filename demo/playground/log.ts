import type { DatafastLiveMap, LiveMapEventMap } from '../../src/index.ts';

const KEPT = 40;

/** How each event reads in one line. */
const LINES: { [Type in keyof LiveMapEventMap]: (detail: LiveMapEventMap[Type]['detail']) => string } = {
  'datafast-update': ({ snapshot, arrived, departed, events, payments }) =>
    `${snapshot.data.count ?? '—'} here · came ${arrived.length} · left ${departed.length} · ` +
    `events ${events.length} · payments ${payments.length}`,
  'datafast-payment': ({ payment }) => `${payment.amount ?? '—'} ${payment.currency ?? ''}`.trim(),
  'datafast-select': ({ visitors }) => `${visitors.length} selected`,
  'datafast-filter': ({ filter }) => (filter ? Object.values(filter).join(' · ') : 'none'),
  'datafast-status': ({ status, previous, reason }) => `${previous} → ${status}${reason === null ? '' : `: ${reason}`}`,
};

/** Writes the element's events down, the newest first. */
export function logEvents(map: DatafastLiveMap, list: HTMLElement): void {
  for (const [type, line] of Object.entries(LINES)) {
    map.addEventListener(type, (event) => {
      const { detail } = event as CustomEvent<never>;
      list.prepend(entry(type, line(detail), detail));
      while (list.children.length > KEPT) list.lastElementChild?.remove();
    });
  }
}

function entry(type: string, line: string, detail: unknown): HTMLLIElement {
  const item = document.createElement('li');
  const details = document.createElement('details');
  const summary = document.createElement('summary');
  const name = document.createElement('code');
  const time = document.createElement('time');
  const pre = document.createElement('pre');
  name.textContent = type;
  time.textContent = new Date().toLocaleTimeString('en-GB');
  summary.append(time, name, line);
  details.append(summary, pre);
  // Serialised when it is opened: a snapshot can be long.
  details.addEventListener('toggle', () => {
    pre.textContent ||= JSON.stringify(detail, null, 2).slice(0, 20_000);
  });
  item.append(details);
  return item;
}
