import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import type { DatafastLiveBadge } from '../../../src/badge.ts';
import type { DatafastLiveMap } from '../../../src/index.ts';
import { en } from '../../../src/i18n/en.ts';
import { messages as german } from '../../../src/i18n/languages/de.ts';
import { documentedExample } from '../../pages/example.ts';

/** Waits until something is there. */
async function waitFor<T>(find: () => T | null | undefined | false): Promise<T> {
  for (;;) {
    const found = find();
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

/** What a test can find of a map: its number, its rows, its marks. */
function seen(map: Element): { number: string | undefined; rows: string[]; marks: number } {
  const root = map.shadowRoot!;
  return {
    number: root.querySelector('.number')?.textContent,
    rows: [...root.querySelectorAll('[part~="ticker-row"] .sentence')].map((row) => row.textContent.trim()),
    marks: root.querySelectorAll('.mark').length,
  };
}

const SEEN = {
  number: '7',
  rows: ['Payment of €49.00 · renewal', 'Someone in Lisbon opened /pricing', 'Someone in Tokyo reached signup_started'],
  marks: 5,
};

/**
 * What a test of an application finds in a document that is only simulated: without layout, observers or media queries.
 * An error that nobody catches fails the test that is running.
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

  test('a map with a snapshot shows its count, rows and marks after one update', async () => {
    assert.deepEqual(seen(await mapWith({})), SEEN);
  });

  test('its table can be opened', async () => {
    const map = await mapWith({});
    map.shadowRoot!.querySelector<HTMLElement>('[part="list"]')!.click();
    await map.updateComplete;
    const places = [...map.shadowRoot!.querySelectorAll('tbody th')].map((cell) => cell.textContent);
    assert.deepEqual(places.slice(0, 2), ['Denver, United States', 'Lisbon, Portugal']);
  });

  test('what is fetched later arrives: the globe, a language', async () => {
    const map = await mapWith({ projection: 'globe', lang: 'de' });
    const root = map.shadowRoot!;
    await waitFor(() => root.querySelector('.map')?.getAttribute('aria-label') === german.label);
    await waitFor(() => root.querySelectorAll('.mark').length > 0 && root.querySelector('.turnLeft'));
    assert.equal(root.querySelector('.number')?.textContent, '7');
  });

  test('pointer and keyboard find the marks, and buttons move the map', async () => {
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

  test('a map and a badge poll their proxy', async () => {
    answerWith(() => Response.json(documentedExample(Date.now())));
    document.body.innerHTML =
      '<datafast-live-map proxy-url="/live"></datafast-live-map><datafast-live-badge proxy-url="/live"></datafast-live-badge>';
    const [map, badge] = [...document.body.children] as [DatafastLiveMap, DatafastLiveBadge];
    await waitFor(() => map.status === 'live' && badge.status === 'live');
    await Promise.all([map.updateComplete, badge.updateComplete]);
    assert.deepEqual(seen(map), SEEN);
    const count = badge.shadowRoot!.querySelector('[part="count"]')!;
    assert.equal(count.textContent, '7 people here');
  });

  test('without a network a map says so, and nothing is thrown', async () => {
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
