import assert from 'node:assert/strict';
import { register } from 'node:module';
import { after, before, describe, mock, test } from 'node:test';
import type { ReactiveControllerHost } from 'lit';
import type { ConfiguredElement } from '../../src/element/configured-element.ts';
import { Derived } from '../../src/element/derived.ts';
import { exploring, Looking } from '../../src/element/looking.ts';
import type { Shown } from '../../src/element/shown.ts';
import type { Stage } from '../../src/element/stage.ts';

// Before anything wants it: the first request fails.
const hooks = `let requests = 0;
export async function resolve(specifier, context, next) {
  if (specifier.endsWith('/explore/explore.ts') && requests++ === 0) throw new Error('HTTP 404');
  return next(specifier, context);
}`;
register(`data:text/javascript,${encodeURIComponent(hooks)}`);

const host = {
  addController: (): void => undefined,
  removeController: (): void => undefined,
  requestUpdate: (): void => undefined,
  updateComplete: Promise.resolve(true),
} as unknown as ReactiveControllerHost & Element;
const held = { visitors: new Set<string>(), rows: new Set<string>() };
const shown = { snapshot: null, status: 'loading', rows: null, held } as unknown as Shown;
const derived = new Derived(host);
const looking = new Looking(host, { pointed: null, marks: [] } as unknown as Stage, () => undefined);

function options(own: Partial<ConfiguredElement>): ConfiguredElement {
  return {
    projection: 'equal-earth',
    fit: 'world',
    borders: false,
    graticule: false,
    ...own,
  } as unknown as ConfiguredElement;
}

/** What an element does at each rendering. */
function render(): void {
  const own = options({});
  looking.follow((explorer) => derived.outlook(own, shown, explorer, 0), 800);
  looking.apply(own, shown, true);
}

/** The request is over, well or badly. */
const settled = (): Promise<void> =>
  new Promise((resolve) => {
    exploring.want(resolve);
    if (exploring.value) resolve();
  });

describe('without the file of zoom and other views', () => {
  let pressed = 0;

  before(async () => {
    mock.timers.enable({ apis: ['setTimeout', 'Date'] });
    mock.method(console, 'warn', () => undefined);
    looking.explore(() => pressed++);
    await settled();
    render();
  });

  after(() => {
    mock.timers.reset();
    mock.restoreAll();
  });

  const views: Partial<Pick<ConfiguredElement, 'projection' | 'fit'>>[] = [
    { projection: 'globe' },
    { projection: 'natural-earth' },
    { fit: '-10,35,30,60' },
    { fit: 'FR' },
    { fit: 'auto' },
  ];
  for (const view of views) {
    test(`${JSON.stringify(view)} is the whole world in its usual projection`, () => {
      const frame = derived.frame(options(view), shown, null);
      const usual = derived.frame(options({}), shown, null);
      assert.ok(frame.land.length > 1000);
      assert.deepEqual([frame.land, frame.height], [usual.land, usual.height]);
      assert.ok(frame.place(13.4, 52.5), 'people have places');
    });
  }

  test('a press is not done by surprise when the file is back', async () => {
    mock.timers.tick(60_000);
    looking.want();
    await settled();
    render();
    assert.ok(looking.explorer, 'it is back');
    assert.equal(pressed, 0);
    looking.explore(() => pressed++);
    assert.equal(pressed, 1);
  });
});
