import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { gzipSync } from 'node:zlib';
import { registerMessages } from '../../src/i18n/registry.ts';
import { dotsPath, halosPath } from '../../src/marks/dots.ts';
import { shapesOf } from '../../src/marks/mark-shapes.ts';
import { PALETTE } from '../../src/palette/palette.ts';
import { mapImage } from '../../src/pictures/map-image.ts';
import { firstComposition } from '../marks/first-composition.ts';
import { AT, counted, LIGHT, pictured, published, simulated, textsOf, titleOf } from './support.ts';

const CROWDS = [0, 1, 14, 500, 5000];

/** Every circle and path of the marks in a picture, with its position and size. */
function drawnShapes(svg: string): string[] {
  const marks = svg.slice(svg.indexOf('</title>')).match(/<(circle|path|text) [^>]*>/g) ?? [];
  return marks.filter((tag) => /c[xy]=|translate\(/.test(tag) && !tag.includes('scale('));
}

describe('the picture of the map', () => {
  for (const visitors of CROWDS) {
    it(`draws the same marks at the same positions as the element for ${visitors} visitors`, () => {
      const snapshot = simulated(visitors);
      const { marks } = firstComposition(snapshot, AT, 780);
      const svg = mapImage(pictured(snapshot), LIGHT);
      const drawn = drawnShapes(svg);
      for (const mark of marks) {
        if (mark.dots) {
          const paths = [dotsPath([mark], true), dotsPath([mark], false), halosPath([mark])].join('');
          for (const [circle] of paths.matchAll(/M[^M]+/g)) assert.ok(svg.includes(circle), circle);
          continue;
        }
        for (const { r, d } of shapesOf(mark)) {
          const isDrawn = drawn.some((tag) => {
            const numberIn = (pattern: RegExp): number => Number(pattern.exec(tag)?.[1] ?? NaN);
            const [x, y] =
              r === undefined
                ? [/translate\(([\d.-]+)/, /translate\([\d.-]+ ([\d.-]+)/]
                : [/cx="([\d.-]+)/, /cy="([\d.-]+)/];
            const isHere = Math.abs(numberIn(x) - mark.x) < 0.2 && Math.abs(numberIn(y) - mark.y) < 0.2;
            return (
              isHere && (r === undefined ? tag.includes(`d="${d}"`) : Math.abs(numberIn(/ r="([\d.]+)/) - r) < 0.06)
            );
          });
          assert.ok(isDrawn, `${mark.key} at ${mark.x}, ${mark.y}`);
        }
      }
    });

    it(`is a small single file without scripts for ${visitors}`, () => {
      const svg = mapImage(pictured(simulated(visitors)), { theme: 'auto', language: 'en' });
      assert.ok(gzipSync(svg).length < 12_000, `${gzipSync(svg).length} bytes`);
      assert.doesNotMatch(svg, /<script|href|url\(|@import|@font-face|\son\w+=|style=|NaN|undefined|Infinity/i);
    });
  }

  it('is twice as wide as high and has an accessible name', () => {
    const svg = mapImage(counted(14), LIGHT);
    assert.match(svg, /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" width="800" height="400" /);
    assert.match(svg, / role="img"/);
    assert.equal(titleOf(svg), '14 people here');
  });

  it('shows the count with its label and time', () => {
    assert.deepEqual(textsOf(mapImage(counted(14), LIGHT)), ['14', 'people here', 'in the last 10 minutes']);
    assert.deepEqual(textsOf(mapImage(counted(1), LIGHT)), ['1', 'person here', 'in the last 10 minutes']);
  });

  it('shows a sentence when there are no visitors', () => {
    assert.deepEqual(textsOf(mapImage(counted(0), LIGHT)), ['Nobody here right now']);
  });

  it('states that sample data is sample data', () => {
    assert.ok(textsOf(mapImage(counted(14, { sample: true }), LIGHT)).includes('Sample data'));
  });

  it('shows the land and a dash when the count is unknown', () => {
    for (const snapshot of [null, counted(null)]) {
      const svg = mapImage(snapshot, LIGHT);
      assert.equal(textsOf(svg)[0], '—');
      assert.equal(titleOf(svg), 'Live visitors');
      assert.match(svg, /<path [^>]*d="M[^"]{10000,}"/);
    }
  });

  it('is grey when stale, with the time of its data, as it cannot update itself', () => {
    const svg = mapImage(pictured(simulated(40), { stale: true }), LIGHT);
    for (const [colour] of [PALETTE.visitor, PALETTE.customer]) assert.ok(!svg.includes(colour));
    assert.match(textsOf(svg).at(-1)!, /^as of 4:00\sPM UTC$/);
  });

  it('draws a customer ringed, a region soft, a country dashed, and many as a number', () => {
    const snapshot = simulated(0);
    const [visitor] = simulated(14).data.visitors;
    const nowhere = { latitude: null, longitude: null, precision: 'none' } as const;
    const at = { ...visitor!, isCustomer: false, latitude: 40, longitude: -100, precision: 'city' } as const;
    const location = { city: null, region: null, countryCode: 'BR' };
    const draw = (...visitors: object[]): string => {
      const rows = visitors.map((own, index) => ({ ...at, visitorId: `v${index}`, ...own }));
      return mapImage(pictured({ ...snapshot, data: { ...snapshot.data, visitors: rows, count: rows.length } }), LIGHT);
    };
    const circles = (svg: string): number => svg.match(/<circle /g)?.length ?? 0;
    assert.equal(circles(draw({})), 1);
    assert.equal(circles(draw({ isCustomer: true })), 2);
    assert.match(draw({ isCustomer: true }), /<g fill="none" stroke="#7a3fc4" stroke-width="1.5"><circle /);
    assert.match(draw({ precision: 'region' }), /<g [^>]*fill-opacity="0.28"/);
    assert.match(draw({ ...nowhere, location }), /<g [^>]*stroke-dasharray="3 2.5"/);
    assert.equal(circles(draw({ ...nowhere, location: { ...location, countryCode: null } })), 0);
    const many = draw(...Array.from({ length: 12 }, () => ({})));
    assert.equal(circles(many), 1);
    assert.ok(textsOf(many).includes('12'));
  });

  it('draws a diamond for a payment with a known place, none for one with only a country', () => {
    const { data } = counted(1);
    const payment = { _id: 'p', type: 'payment_received', timestamp: null, amount: 9, currency: 'EUR', renewal: false };
    const draw = (place: object): string =>
      mapImage(published({ ...data, recentPayments: [{ ...payment, ...place }] }), LIGHT);
    const place = { latitude: 38.7, longitude: -9.1 };
    const [colour] = PALETTE.payment;
    assert.ok(draw({ ...place, precision: 'city' }).includes(colour));
    assert.ok(!draw({ ...place, precision: 'country' }).includes(colour));
    assert.ok(!draw({}).includes(colour));
  });

  it('includes Antarctica when a visitor is there', () => {
    const snapshot = simulated(14);
    const [visitor] = snapshot.data.visitors;
    const south = { ...visitor!, latitude: -77.8, longitude: 166.7, precision: 'city' as const };
    const svg = mapImage(pictured({ ...snapshot, data: { ...snapshot.data, visitors: [south] } }), LIGHT);
    assert.match(svg, / width="800" height="400" /);
    assert.match(svg, /<circle /);
  });

  it('shades the night side at the time of the answer when requested', () => {
    const shadesAt = (generatedAt: string): string[] =>
      mapImage(counted(14, { generatedAt }), { ...LIGHT, daylight: true }).match(/<path d="[^"]+"/g) ?? [];
    const noon = shadesAt('2026-03-20T12:00:00Z');
    assert.equal(noon.length, 3);
    assert.notDeepEqual(shadesAt('2026-03-20T18:00:00Z'), noon);
    assert.equal(mapImage(counted(14), LIGHT).match(/<path d="[^"]+"/g), null);
    assert.match(mapImage(null, { ...LIGHT, daylight: true }), /^<svg /);
  });

  it('keeps its text over the ocean in right-to-left languages', () => {
    registerMessages('he', { people: { other: 'כאן' } });
    const svg = mapImage(counted(14), { theme: 'light', language: 'he' });
    assert.match(svg, /<text x="40" y="\d+" direction="rtl" text-anchor="end"/);
  });
});
