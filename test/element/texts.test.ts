import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { headlineOf } from '../../src/element/texts.ts';
import { ALL_LANGUAGES } from '../../src/i18n/all-languages.ts';
import { addLanguage } from '../../src/i18n/registry.ts';
import type { Status } from '../../src/store/status.ts';
import { INITIAL_STATE, type LiveState } from '../../src/store/live-state.ts';
import { snapshotOf } from '../protocol/support.ts';

for (const [name, messages] of Object.entries(ALL_LANGUAGES)) addLanguage(name, messages);

/** A site that publishes two minutes later. */
function delayed(count: number, status: Status = 'live', age = 125): LiveState {
  const meta = { version: 1, generatedAt: '2026-11-23T12:00:00Z', delaySeconds: 120 };
  return { ...INITIAL_STATE, status, snapshot: snapshotOf({ data: { count }, meta }), count, age };
}

describe('the headline of a map with a delay', () => {
  const texts: [locale: string, when: string][] = [
    ['en', 'as of 2 minutes ago'],
    ['ar', 'كما كان الوضع \u2068قبل دقيقتين\u2069'],
    ['de', 'Stand vor 2 Minuten'],
    ['es', 'datos de hace 2 minutos'],
    ['fr', 'données d’il y a 2 minutes'],
    ['ja', '2 分前の状況'],
    ['pt', 'dados de há 2 minutos'],
    ['zh-Hans', '2分钟前的数据'],
  ];
  for (const [locale, when] of texts) {
    test(`states the time of its data (${locale})`, () => {
      assert.equal(headlineOf(delayed(14), locale, 0, false).when, when);
    });
  }

  test('states it for an empty site and for an unknown count too', () => {
    assert.equal(headlineOf(delayed(0), 'en', 0, false).when, 'as of 2 minutes ago');
    assert.equal(headlineOf(delayed(3), 'en', 5, false).when, 'as of 2 minutes ago');
  });

  test('gives priority to an error', () => {
    const { when } = headlineOf(delayed(14, 'stale', 400), 'en', 0, false);
    assert.equal(when, 'Updated 6 minutes ago. Reconnecting.');
  });
});
