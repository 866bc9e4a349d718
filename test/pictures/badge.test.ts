import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { registerMessages } from '../../src/i18n/registry.ts';
import { PALETTE } from '../../src/palette/palette.ts';
import { badgeSvg } from '../../src/pictures/badge.ts';
import { counted, LIGHT, textsOf, titleOf } from './support.ts';

const [surface, darkSurface] = PALETTE.surface;
const [visitor] = PALETTE.visitor;
const [muted] = PALETTE.muted;

function widthOf(svg: string): number {
  return Number(/ width="(\d+)"/.exec(svg)?.[1]);
}

describe('the badge', () => {
  it('shows the number with its label', () => {
    assert.deepEqual(textsOf(badgeSvg(counted(14), LIGHT)), ['14', 'people here']);
    assert.deepEqual(textsOf(badgeSvg(counted(1), LIGHT)), ['1', 'person here']);
    assert.deepEqual(textsOf(badgeSvg(counted(0), LIGHT)), ['0', 'people here']);
    assert.deepEqual(textsOf(badgeSvg(counted(12_345), LIGHT)), ['12,345', 'people here']);
  });

  it('is an image with an accessible name, 28 px high', () => {
    const svg = badgeSvg(counted(14), LIGHT);
    assert.match(svg, /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" width="\d+" height="28" /);
    assert.match(svg, / role="img"/);
    assert.equal(titleOf(svg), '14 people here');
  });

  it('is as wide as its text, with tabular digits', () => {
    const widths = [8, 88, 888, 8888].map((count) => widthOf(badgeSvg(counted(count), LIGHT)));
    assert.deepEqual(
      widths,
      [...widths].sort((a, b) => a - b),
    );
    assert.equal(new Set(widths).size, widths.length);
    assert.equal(widthOf(badgeSvg(counted(11), LIGHT)), widths[1]);
  });

  for (const [name, snapshot] of [
    ['there is no snapshot', null],
    ['the count is unknown', counted(null)],
  ] as const) {
    it(`is grey and shows n/a when ${name}`, () => {
      const svg = badgeSvg(snapshot, LIGHT);
      assert.deepEqual(textsOf(svg), ['n/a']);
      assert.equal(titleOf(svg), 'Live visitors: n/a');
      assert.ok(!svg.includes(visitor));
    });
  }

  it('has a grey dot while its number is stale', () => {
    assert.match(badgeSvg(counted(14), LIGHT), new RegExp(`<circle [^>]*fill="${visitor}"`));
    const old = badgeSvg(counted(14, { stale: true }), LIGHT);
    assert.match(old, new RegExp(`<circle [^>]*fill="${muted}"`));
    assert.deepEqual(textsOf(old), ['14', 'people here']);
  });

  it('is light, dark or automatic, and light when its style is removed', () => {
    const light = badgeSvg(counted(14), LIGHT);
    const dark = badgeSvg(counted(14), { theme: 'dark', language: 'en' });
    const auto = badgeSvg(counted(14), { theme: 'auto', language: 'en' });
    assert.ok(light.includes(surface) && !light.includes(darkSurface));
    assert.ok(dark.includes(darkSurface) && !dark.includes(surface));
    for (const svg of [light, dark]) assert.doesNotMatch(svg, /<style|class=/);
    assert.match(auto, /<style>@media\(prefers-color-scheme:dark\)\{/);
    assert.equal(auto.replace(/<style>.*<\/style>/, '').replace(/ class="[^"]*"/g, ''), light);
  });

  it('is localised, also from right to left', () => {
    registerMessages('ar', { people: { other: 'هنا' } });
    const svg = badgeSvg(counted(14), { theme: 'light', language: 'ar' });
    assert.deepEqual(textsOf(svg), [new Intl.NumberFormat('ar').format(14), 'هنا']);
    assert.match(svg, / direction="rtl"/);
    assert.ok(Number(/<circle cx="([\d.]+)"/.exec(svg)?.[1]) > widthOf(svg) / 2);
  });

  it('escapes every text', () => {
    registerMessages('eo', { people: { other: '<b onload="x">&</b>\u0007' }, digest: { other: ']]></title>' } });
    const svg = badgeSvg(counted(14), { theme: 'light', language: 'eo' });
    assert.ok(svg.includes('>&lt;b onload=&quot;x&quot;&gt;&amp;&lt;/b&gt;\ufffd</text>'));
    assert.equal(titleOf(svg), ']]&gt;&lt;/title&gt;');
  });
});
