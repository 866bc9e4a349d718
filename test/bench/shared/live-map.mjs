// The element in front of the snapshots that a proxy would send for the harness's dots.

const MINUTE_MS = 60_000;
const POLL_MS = 10_000;
const EVENTS = 20;

/**
 * @param options Properties of the element.
 * @param detailsOf What a visitor has besides a place, by its number.
 */
export function liveMapContender(options = {}, detailsOf = () => ({})) {
  let element;
  let answer;
  let now = Date.UTC(2026, 0, 1);

  /** All visitors of the harness, and the last event of some of them. */
  function snapshotOf(dots) {
    now += POLL_MS;
    return {
      status: 'success',
      meta: { version: 1, generatedAt: new Date(now).toISOString() },
      data: {
        count: dots.length,
        visitors: dots.map(({ id, lon, lat }) => ({
          visitorId: id,
          longitude: lon,
          latitude: lat,
          ...detailsOf(Number(id.slice(1))),
        })),
        // The newest visitors come last. All events are new in each answer, which only a large site has.
        recentEvents: dots.slice(-EVENTS).map(({ id }, index) => ({
          _id: `${id} ${now}`,
          type: 'pageview',
          visitorId: id,
          timestamp: new Date(now - (index * MINUTE_MS) / EVENTS).toISOString(),
          path: `/page-${Number(id.slice(1)) % 40}`,
          countryCode: 'PT',
        })),
      },
    };
  }

  function mount(host, dots) {
    // Elsewhere what leaves the box is cut off, and the ticker would cost nothing.
    host.style.height = 'auto';
    element = Object.assign(document.createElement('datafast-live-map'), options);
    element.snapshot = snapshotOf(dots);
    host.append(element);
  }

  /** Land, dots and count are in the document. */
  function isDrawn() {
    const { shadowRoot } = element;
    const has = (selector) => shadowRoot.querySelector(selector) !== null;
    return has('.land[d]') && has('.mark') && shadowRoot.querySelector('.number')?.textContent !== '';
  }

  /** The other contenders get their dots as they want them; this one wants what a proxy has sent. */
  function prepare(dots) {
    answer = snapshotOf(dots);
  }

  async function update() {
    element.snapshot = answer;
    await element.updateComplete;
  }

  return { mount, isDrawn, prepare, update };
}
