// This element as published, whole: with its ticker, which stands below the map at this width, and with its motion.
import '../../../dist/cdn/datafast-live-map.js';

export const name = 'datafast-live-map';
export const kind = 'element';
/** Bytes are counted of this file, which is shipped as it is. */
export const published = 'dist/cdn/datafast-live-map.js';
export const viewportHeight = 800;

const MINUTE_MS = 60_000;
const POLL_MS = 10_000;
const EVENTS = 20;

let element;
let now = Date.UTC(2026, 0, 1);

/** What a proxy answers: everybody whom the harness has, and the last thing that each of some did. */
function snapshotOf(dots) {
  now += POLL_MS;
  return {
    status: 'success',
    meta: { version: 1, generatedAt: new Date(now).toISOString() },
    data: {
      count: dots.length,
      visitors: dots.map(({ id, lon, lat }) => ({ visitorId: id, longitude: lon, latitude: lat })),
      // The newest visitors stand last. All events are new in each answer, which no site but a large one has.
      recentEvents: dots.slice(-EVENTS).map(({ id }, index) => ({
        _id: `${id} ${now}`,
        type: 'pageview',
        visitorId: id,
        timestamp: new Date(now - (index * MINUTE_MS) / EVENTS).toISOString(),
        path: `/page-${index}`,
        countryCode: 'PT',
      })),
    },
  };
}

export async function mount(host, dots) {
  // Elsewhere what leaves the box is cut off, and the ticker would cost nothing.
  host.style.height = 'auto';
  element = document.createElement('datafast-live-map');
  element.snapshot = snapshotOf(dots);
  host.append(element);
  await element.updateComplete;
}

let answer;

/** The others are given their dots as they want them; this one wants what a proxy has sent. */
export function prepare(dots) {
  answer = snapshotOf(dots);
}

export async function update() {
  element.snapshot = answer;
  await element.updateComplete;
}
