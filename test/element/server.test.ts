import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { PropertyValues } from '@lit/reactive-element';
import { DatafastLiveMap } from '../../src/element/live-map.ts';

/** What a renderer on a server calls, which writes the tag and its attributes. */
class OnServer extends DatafastLiveMap {
  prepareOnServer(): void {
    this.willUpdate(new Map() as PropertyValues<this>);
  }
}

describe('on a server', () => {
  test('the element is constructed without a DOM, with its options', () => {
    assert.equal(typeof document, 'undefined');
    const element = new OnServer();
    element.prepareOnServer();
    assert.equal(element.projection, 'equal-earth');
  });

  test('define() does nothing without a registry', () => {
    assert.doesNotThrow(() => {
      DatafastLiveMap.define('a-map', undefined);
    });
  });
});
