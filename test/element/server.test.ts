import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { PropertyValues } from 'lit';
import { DatafastLiveMap } from '../../src/element/live-map.ts';

/** What a renderer on a server calls: no more than these. */
class OnServer extends DatafastLiveMap {
  renderOnServer(): unknown {
    this.willUpdate(new Map() as PropertyValues<this>);
    return this.render();
  }
}

describe('on a server', () => {
  test('the element is made and rendered without a DOM', () => {
    assert.equal(typeof document, 'undefined');
    assert.ok(new OnServer().renderOnServer());
  });

  test('and registering it where there is no registry does nothing', () => {
    assert.doesNotThrow(() => {
      DatafastLiveMap.define('a-map', undefined);
    });
  });
});
