import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import type { DatafastLiveBadge } from '../../../src/badge.ts';
import type { DatafastLiveMap } from '../../../src/index.ts';
import { en } from '../../../src/i18n/en.ts';
import { messages as german } from '../../../src/i18n/languages/de.ts';
import { documentedExample } from '../../pages/example.ts';
import { drawnMarks, isOf } from '../../drawn-marks.ts';

/** Waits until something is there. */
async function waitFor<T>(find: () => T | null | undefined | false): Promise<T> {
  for (;;) {
    const found = find();
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

/** The number and the rows of a map. */
function seen(map: Element): { number: string | undefined; rows: string[] } {
  const root = map.shadowRoot!;
  return {
    number: root.querySelector('.number')?.textContent,
    rows: [...root.querySelectorAll('[part~="ticker-row"] .sentence')].map((row) => row.textContent.trim()),
  };
}

const SEEN = {
  number: '7',
  rows: ['Payment of €49.00 · renewal', 'Someone in Lisbon opened /pricing', 'Someone in Tokyo reached signup_started'],
};

/** Also that of the visitor whose country alone is known, which waits for a file. */
const allMarks = (map: Element): Promise<boolean> => waitFor(() => drawnMarks(map).length === 5);

/** What the map shows once it is drawn the same for a while: no move is on its way. */
async function settledBasemap(map: Element): Promise<string> {
  const basemap = map.shadowRoot!.querySelector('.basemap')!;
  let [seen, times] = ['', 0];
  await waitFor(() => {
    times = basemap.innerHTML === seen ? times + 1 : 0;
    seen = basemap.innerHTML;
    return times > 20;
  });
  return seen;
}

/**
 * What a test of an application finds in a document that is only simulated: without layout, observers or media queries.
 * An uncaught error fails the test that is running.
 */
export async function simulatedDomTests(): Promise<void> {
  await import('datafast-live-map');
  await import('datafast-live-map/badge');

  afterEach(() => {
    document.body.replaceChildren();
  });

  async function mapWith(attributes: Record<string, string>): Promise<DatafastLiveMap> {
    const map = document.createElement('datafast-live-map');
    for (const [name, value] of Object.entries(attributes)) map.setAttribute(name, value);
    map.snapshot = documentedExample(Date.now());
    document.body.append(map);
    await map.updateComplete;
    return map;
  }

  function answerWith(answer: () => Response | Promise<Response>): void {
    globalThis.fetch = async () => answer();
  }

  test('renders count, rows and marks of a snapshot after one update', async () => {
    const map = await mapWith({});
    assert.deepEqual(seen(map), SEEN);
    assert.equal(drawnMarks(map).filter((mark) => !isOf('country')(mark)).length, 4);
  });

  test('draws a visitor known by country once the country points have loaded', async () => {
    const map = await mapWith({});
    await allMarks(map);
    assert.equal(drawnMarks(map).filter(isOf('country')).length, 1);
  });

  test('opens the table', async () => {
    const map = await mapWith({});
    map.shadowRoot!.querySelector<HTMLElement>('[part="list"]')!.click();
    await map.updateComplete;
    const places = [...map.shadowRoot!.querySelectorAll('tbody th')].map((cell) => cell.textContent);
    assert.deepEqual(places.slice(0, 2), ['Denver, United States', 'Lisbon, Portugal']);
  });

  test('loads the globe and a language on demand', async () => {
    const map = await mapWith({ projection: 'globe', lang: 'de' });
    const root = map.shadowRoot!;
    await waitFor(() => root.querySelector('.map')?.getAttribute('aria-label') === german.label);
    await waitFor(() => root.querySelectorAll('.mark').length > 0 && root.querySelector('.turnLeft'));
    assert.equal(root.querySelector('.number')?.textContent, '7');
  });

  test('finds marks by pointer and keyboard, and moves the map by its buttons', async () => {
    const map = await mapWith({});
    const root = map.shadowRoot!;
    const box = root.querySelector('.map')!;
    box.dispatchEvent(new window.KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true }));
    await map.updateComplete;
    assert.ok(root.querySelector('[role="tooltip"]'));
    box.dispatchEvent(new window.MouseEvent('click', { bubbles: true, clientX: 5, clientY: 5 }));
    root.querySelector<HTMLElement>('.zoomIn')!.click();
    await waitFor(() => root.querySelector('.zoomReset'));
  });

  test('selects the visitors of a clicked mark', async () => {
    const map = await mapWith({});
    const selected: (string | null)[] = [];
    map.addEventListener('datafast-select', ({ detail }) => {
      selected.push(...detail.visitors.map(({ location }) => location.city));
    });
    const { x, y } = drawnMarks(map).find(isOf('customer'))!;
    const click = new window.MouseEvent('click', { bubbles: true, clientX: x, clientY: y });
    map.shadowRoot!.querySelector('.map')!.dispatchEvent(click);
    assert.deepEqual(selected, ['Denver']);
  });

  for (const projection of ['equal-earth', 'globe']) {
    test(`${projection}: drags the map by pointer and keeps its land`, async () => {
      const map = await mapWith({ projection });
      const root = map.shadowRoot!;
      const box = root.querySelector('.map')!;
      const point = async (type: string, clientX: number, own: object = {}): Promise<void> => {
        const at = { pointerId: 1, isPrimary: true, pointerType: 'mouse', clientX, clientY: 90 };
        box.dispatchEvent(new window.PointerEvent(type, { bubbles: true, ...at, ...own }));
        await map.updateComplete;
      };
      await point('pointermove', 10);
      root.querySelector<HTMLElement>('.zoomIn')!.click();
      await waitFor(() => root.querySelector('.zoomReset'));
      // A drag would end the zoom where it is.
      const before = await settledBasemap(map);
      await point('pointerdown', 100, { buttons: 1 });
      await point('pointermove', 160, { buttons: 1 });
      await point('pointerup', 160);
      await point('click', 160);
      await waitFor(() => root.querySelector('.basemap')!.innerHTML !== before);
      await point('click', 300);
      await point('pointercancel', 300);
      await point('pointerleave', 300);
      assert.match(root.querySelector('[part="land"]')!.getAttribute('d')!, /^M/);
      assert.doesNotMatch(root.innerHTML, /NaN|Infinity/);
    });
  }

  test('polls the proxy from map and badge', async () => {
    answerWith(() => Response.json(documentedExample(Date.now())));
    document.body.innerHTML =
      '<datafast-live-map proxy-url="/live"></datafast-live-map><datafast-live-badge proxy-url="/live"></datafast-live-badge>';
    const [map, badge] = [...document.body.children] as [DatafastLiveMap, DatafastLiveBadge];
    await waitFor(() => map.status === 'live' && badge.status === 'live');
    await Promise.all([map.updateComplete, badge.updateComplete, allMarks(map)]);
    assert.deepEqual(seen(map), SEEN);
    const count = badge.shadowRoot!.querySelector('[part="count"]')!;
    assert.equal(count.textContent, '7 people here');
  });

  test('shows the error state without a network, and throws nothing', async () => {
    answerWith(() => {
      throw new TypeError('there is no network');
    });
    document.body.innerHTML = '<datafast-live-map proxy-url="/live" transport="stream"></datafast-live-map>';
    const map = document.body.firstElementChild as DatafastLiveMap;
    await waitFor(() => map.status === 'error');
    await map.refresh();
    map.remove();
    document.body.append(map);
    await map.updateComplete;
    assert.ok(map.shadowRoot!.querySelector('[part="count"]')!.textContent.includes(en.unavailable));
  });
}
