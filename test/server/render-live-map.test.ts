import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, it } from 'node:test';
import { gzipSync } from 'node:zlib';
import { parseSnapshot } from '../../src/protocol/parse.ts';
import { liveMapStyleHash, renderLiveMap, type RenderOptions } from '../../src/server/index.ts';
import { AT, placedAnswer, publishedAnswer } from './answers.ts';
import { elementOf, textOf, withoutSnapshot } from './support.ts';
import { firstComposition } from '../marks/first-composition.ts';

const LARGEST = 60_000;
const LARGEST_GZIP = 16_000;

describe('renderLiveMap', () => {
  it('needs no DOM', () => {
    assert.equal(typeof document, 'undefined');
    assert.match(renderLiveMap(publishedAnswer(14)), /^<datafast-live-map [^>]*><template shadowrootmode="open">/);
  });

  it('renders land, count, latest activity and a table of the places', () => {
    const { shadow } = elementOf(renderLiveMap(publishedAnswer(14, { count: 19 })));
    assert.ok(shadow.querySelector('.land')!.getAttribute('d')!.length > 5_000);
    assert.equal(textOf(shadow.querySelector('[part=count]')), '19 people here in the last 10 minutes');
    assert.equal(shadow.querySelectorAll('[part=ticker-row]').length, 5);
    assert.match(textOf(shadow.querySelector('[part=ticker-row]')), /^Someone in \S+ opened \/\S+ \d+s$/);
    assert.equal(shadow.querySelectorAll('tbody tr').length, 19);
    assert.match(textOf(shadow.querySelector('caption')), /^19 visitors from 17 countries/);
  });

  it('writes absolute times, which do not age', () => {
    const { shadow } = elementOf(renderLiveMap(publishedAnswer(14)));
    const times = [...shadow.querySelectorAll('time')].map((time) => time.getAttribute('datetime')!);
    assert.equal(times.length, 5);
    for (const time of times) assert.ok(AT - Date.parse(time) < 600_000, time);
  });

  it('counts ages up to the snapshot’s time, or to a given time', () => {
    const answer = publishedAnswer(14);
    const agesAt = (now?: number): string[] =>
      [...elementOf(renderLiveMap(answer, now ? { now } : {})).shadow.querySelectorAll('time')].map(textOf);
    assert.match(agesAt()[0]!, /^\ds$/);
    assert.deepEqual(new Set(agesAt(AT + 130_000)), new Set(['2m']));
  });

  it('renders and declares the requested language', () => {
    const german = elementOf(renderLiveMap(publishedAnswer(14), { lang: 'de' }));
    assert.equal(german.element.getAttribute('lang'), 'de');
    assert.match(textOf(german.shadow.querySelector('[part=count]')), /Menschen hier in den letzten 10 Minuten$/);
    const arabic = elementOf(renderLiveMap(publishedAnswer(14), { attributes: { lang: 'ar' } }));
    assert.equal(arabic.shadow.querySelector('.root')!.getAttribute('dir'), 'rtl');
    const unknown = elementOf(renderLiveMap(publishedAnswer(14), { lang: 'tlh' }));
    assert.match(textOf(unknown.shadow.querySelector('[part=count]')), /people here/);
  });

  for (const [visitors, width, shown] of [
    [14, 560, '.wide'],
    [100, 560, '.wide'],
    [100, 320, '.narrow'],
    [600, 1280, '.wide'],
  ] as const) {
    it(`renders the same marks as the element for ${visitors} visitors on ${width} px, as shares of the map`, () => {
      const answer = placedAnswer(visitors);
      const result = parseSnapshot(answer);
      assert.ok(result.ok);
      const { marks, input } = firstComposition(result.snapshot, AT, width);
      const { basemap } = input;
      const { shadow } = elementOf(renderLiveMap(answer, { width: Math.max(560, width) }));
      const isShown = (mark: Element): boolean => mark.matches(shown) || !mark.matches('.wide, .narrow');
      const drawn = [...shadow.querySelectorAll('.mark:not(path)')]
        .filter(isShown)
        .map((mark) => ['x', 'y'].map((axis) => mark.getAttribute(axis) ?? mark.getAttribute(`c${axis}`)).join(' '));
      const height = (width * basemap.height) / basemap.width;
      const share = (length: number, whole: number): string => `${Math.round((1e5 * length) / whole) / 1e3}%`;
      const own = marks.filter(({ number, shape }) => visitors < 300 || number !== null || shape === 'payment');
      assert.deepEqual(
        drawn.sort(),
        own.map(({ x, y, anchor }) => `${share(x - anchor.dx, width)} ${share(y - anchor.dy, height)}`).sort(),
      );
      assert.equal(shadow.querySelector('path.dense') !== null, visitors > 300);
    });
  }

  it('renders other views with the files that the element fetches for them', () => {
    const landOf = (attributes: Record<string, string>): string =>
      elementOf(renderLiveMap(publishedAnswer(14), { attributes }))
        .shadow.querySelector('.land')!
        .getAttribute('d')!;
    const views: Record<string, string>[] = [{}, { fit: 'FR' }, { projection: 'globe' }, { fit: '-10,35,30,60' }];
    const lands = views.map(landOf);
    assert.equal(new Set(lands).size, views.length);
    for (const land of lands) assert.match(land, /^M-?\d/);
    const { shadow } = elementOf(
      renderLiveMap(publishedAnswer(14), { attributes: { borders: true, graticule: '', daylight: true } }),
    );
    for (const path of ['.borders', '.graticule', '[part=night] path'])
      assert.ok(shadow.querySelector(path)!.getAttribute('d'), path);
  });

  it('renders lists, history and sound button as configured, without a style attribute', () => {
    const counts = [3, null, 5, 8, 14];
    const answer = publishedAnswer(14, {}, { history: { stepSeconds: 60, counts } });
    const attributes = { breakdown: 'countries pages', 'breakdown-size': 3, history: true, sound: true };
    const html = renderLiveMap(answer, { attributes, lang: 'de' });
    const { shadow } = elementOf(html);
    const lists = [...shadow.querySelectorAll('[part=breakdown-list]')];
    assert.deepEqual(
      lists.map((list) => textOf(list.querySelector('[role=heading]'))),
      ['Länder', 'Seiten'],
    );
    for (const list of lists) {
      assert.equal(list.querySelectorAll('[part=breakdown-row]').length, 3);
      assert.equal(list.querySelector('[part=breakdown-bar]')!.getAttribute('width'), '100%');
    }
    assert.match(shadow.querySelector('[part~=sparkline]')!.getAttribute('aria-label')!, /^Zwischen 3 und 14 /);
    assert.match(shadow.querySelector('[part~=sparkline] path')!.getAttribute('d')!, /^M0 [\d.]+h0M2 /);
    assert.ok(shadow.querySelector('.tools > [part=sound]'));
    assert.equal(shadow.querySelectorAll('[style]').length, 0);
    const without = elementOf(renderLiveMap(answer)).shadow;
    assert.equal(without.querySelectorAll('[part^=breakdown], [part~=history], [part=sound]').length, 0);
  });

  it('applies the options of its attributes', () => {
    const attributes = { ticker: 'below', 'ticker-size': 2, 'heading-level': 4, label: 'A "map" & more', paused: true };
    const { shadow, element } = elementOf(renderLiveMap(publishedAnswer(14), { attributes }));
    assert.equal(shadow.querySelectorAll('[part=ticker-row]').length, 2);
    assert.ok(shadow.querySelector('.root')!.classList.contains('below'));
    assert.equal(shadow.querySelector('[role=heading]')!.getAttribute('aria-level'), '4');
    assert.equal(shadow.querySelector('[part=map]')!.getAttribute('aria-label'), 'A "map" & more');
    assert.equal(element.getAttribute('paused'), '');
    assert.equal(element.getAttribute('ticker-size'), '2');
  });

  it('omits attributes that are off', () => {
    const attributes = { borders: false, label: null, 'proxy-url': undefined };
    assert.match(renderLiveMap(null, { attributes }), /^<datafast-live-map data-rendered="560">/);
  });

  it('renders the default for an invalid value, of which the element warns in the browser', () => {
    const attributes = { projection: 'flat', 'ticker-size': 'many' };
    const rendered = elementOf(renderLiveMap(publishedAnswer(14), { attributes }));
    const { shadow } = elementOf(renderLiveMap(publishedAnswer(14)));
    assert.equal(rendered.shadow.querySelector('.shell')!.innerHTML, shadow.querySelector('.shell')!.innerHTML);
    assert.equal(rendered.element.getAttribute('projection'), 'flat');
  });

  it('renders the loading state without a snapshot', () => {
    const { shadow, json } = elementOf(renderLiveMap(null, { attributes: { 'proxy-url': '/live' } }));
    assert.equal(json, null);
    assert.ok(shadow.querySelector('.number.placeholder'));
    assert.ok(shadow.querySelector('.land')!.getAttribute('d'));
    assert.equal(shadow.querySelectorAll('.mark, [part=ticker-row], table').length, 0);
  });

  it('writes children into the element unchanged', () => {
    const children = '<h2 slot="heading">Live</h2><p>A map of who is here.</p>';
    const { element } = elementOf(renderLiveMap(publishedAnswer(14), { children }));
    assert.equal(element.querySelector('h2')!.slot, 'heading');
    assert.equal(element.querySelector('p')!.textContent, 'A map of who is here.');
  });

  it('embeds the snapshot that it shows', () => {
    const answer = publishedAnswer(14);
    const { json } = elementOf(renderLiveMap(answer));
    const [read, own] = [parseSnapshot(json), parseSnapshot(answer)];
    assert.ok(read.ok && own.ok);
    const { visitors, recentEvents } = read.snapshot.data;
    assert.equal(visitors.length, own.snapshot.data.visitors.length);
    assert.deepEqual(recentEvents, own.snapshot.data.recentEvents);
    assert.deepEqual(read.snapshot.meta, own.snapshot.meta);
  });

  it('embeds no more than the proxy has published', () => {
    const answer = publishedAnswer(100);
    const [, json = ''] = /<script type="application\/json">([^<]*)</.exec(renderLiveMap(answer)) ?? [];
    assert.ok(json.length <= JSON.stringify(answer).length, `${json.length} bytes`);
  });

  it('is deterministic and does not mutate its input', () => {
    const [one, other] = [publishedAnswer(100), publishedAnswer(600)];
    const before = JSON.stringify(one);
    const html = renderLiveMap(one, { lang: 'de' });
    renderLiveMap(other, { lang: 'ar' });
    assert.equal(renderLiveMap(one, { lang: 'de' }), html);
    assert.equal(JSON.stringify(one), before);
  });

  it('is small', () => {
    const html = withoutSnapshot(renderLiveMap(publishedAnswer(100)));
    assert.ok(html.length <= LARGEST, `${html.length} bytes`);
    assert.ok(gzipSync(html).length <= LARGEST_GZIP, `${gzipSync(html).length} bytes`);
  });

  it('contains no script, no request and no style attribute', () => {
    const html = withoutSnapshot(renderLiveMap(publishedAnswer(100), { attributes: { fit: 'FR', borders: true } }));
    assert.doesNotMatch(html, /<script|href=|src=|url\(|@import|\sstyle=|\son\w+=|NaN|undefined|Infinity/);
  });
});

describe('liveMapStyleHash', () => {
  it('is the hash of the styles in the page', () => {
    const { shadow } = elementOf(renderLiveMap(publishedAnswer(14)));
    const hash = createHash('sha256').update(shadow.querySelector('style')!.textContent).digest('base64');
    assert.equal(liveMapStyleHash, `sha256-${hash}`);
    assert.equal(shadow.querySelectorAll('style').length, 1);
  });
});

describe('renderLiveMap rejects', () => {
  const answers: [what: string, answer: unknown, message: RegExp][] = [
    ['nothing', undefined, /Got a value of type undefined, expected an object with "data"/],
    ['a text', '{}', /Got a value of type string, expected an object with "data"/],
    ['a list', [], /Got an array, expected an object with "data"/],
    ['another object', { status: 'success', data: 'none' }, /Got "data" as a value of type string, expected an object/],
    [
      'an error of the proxy',
      { status: 'error', error: { code: 503 } },
      /Got an error answer, expected a snapshot, or null where there is none/,
    ],
    ['a promise', Promise.resolve(publishedAnswer(1)), /Got a Promise, expected the snapshot in it, as JSON/],
    ['a response', new Response('{}'), /Got a Response, expected the snapshot in it, as JSON/],
  ];
  for (const [what, answer, message] of answers) {
    it(`${what} as a snapshot, with got and expected`, () => {
      assert.throws(() => renderLiveMap(answer), { name: 'TypeError', message });
    });
  }

  it('an unknown attribute, by name', () => {
    assert.throws(() => renderLiveMap(null, { attributes: { colour: 'red' } }), {
      name: 'TypeError',
      message: /unknown attribute "colour", expected one of proxy-url, /,
    });
    assert.throws(() => renderLiveMap(null, { attributes: { proxyUrl: '/live' } }), /"proxyUrl"; expected "proxy-url"/);
    for (const name of ['onclick', 'headers', 'data-rendered', 'snapshot', 'a b', 'x"y', '__proto__x'])
      assert.throws(() => renderLiveMap(null, { attributes: { [name]: 'x' } }), TypeError, name);
  });

  const options: [options: unknown, message: RegExp][] = [
    [null, /Got null as "options", expected an object/],
    ['de', /Got a value of type string as "options", expected an object/],
    [
      { attribute: { ticker: 'none' } },
      /Got the unknown option "attribute", expected attributes, lang, children, width/,
    ],
    [{ attributes: null }, /Got null as "attributes", expected an object/],
    [{ attributes: ['ticker'] }, /Got an array as "attributes", expected an object/],
    [{ attributes: { ticker: {} } }, /Got a value of type object as "ticker", expected a text, a number or a boolean/],
    [{ attributes: { ticker: Symbol('none') } }, /Got a value of type symbol as "ticker"/],
    [{ attributes: { 'ticker-kinds': ['goal'] } }, /Got an array as "ticker-kinds"/],
    [{ lang: 5 }, /Got 5 as "lang", expected a text/],
    [{ children: null }, /Got null as "children", expected a text/],
    [{ now: NaN }, /Got NaN as "now", expected a number from 0 to 8640000000000000/],
    [{ now: new Date() }, /Got a value of type object as "now"/],
  ];
  for (const [given, message] of options) {
    it(`options: ${message.source}`, () => {
      assert.throws(() => renderLiveMap(null, given as RenderOptions), { name: 'TypeError', message });
    });
  }

  it('no option that is undefined', () => {
    const absent = { attributes: undefined, lang: undefined, children: undefined, width: undefined, now: undefined };
    assert.equal(renderLiveMap(null, absent), renderLiveMap(null));
  });

  it('a width or dot size that is not a length', () => {
    assert.throws(() => renderLiveMap(null, { width: 0 }), /Got 0 as "width", expected a number from 100 to 10000/);
    assert.throws(() => renderLiveMap(null, { dotSize: NaN }), /Got NaN as "dotSize"/);
    assert.throws(() => renderLiveMap(null, { width: '640' as unknown as number }), /Got a value of type string as/);
  });
});
