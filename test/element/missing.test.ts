import assert from 'node:assert/strict';
import { after, before, describe, mock, test } from 'node:test';
import type { ReactiveControllerHost } from 'lit';
import { CameraLoader } from '../../src/element/camera-loader.ts';
import { MapModel } from '../../src/element/map-model.ts';
import type { LiveMapOptions } from '../../src/element/options.ts';
import { VisitorLocator } from '../../src/element/visitor-locator.ts';
import { INITIAL_STATE } from '../../src/store/live-state.ts';
import { DEFAULTS, failFirstImport } from './missing-file.ts';

failFirstImport('/camera/interactive-camera.ts');

const host = {
  addController: (): void => undefined,
  removeController: (): void => undefined,
  requestUpdate: (): void => undefined,
  updateComplete: Promise.resolve(true),
} as unknown as ReactiveControllerHost & Element;
const model = new MapModel(new VisitorLocator(() => undefined), () => null);

describe('without the file of zoom and other views', () => {
  let pressed = 0;
  let arrived: () => void = () => undefined;
  const arrival = (): Promise<void> => new Promise((resolve) => (arrived = resolve));
  const loader: CameraLoader = new CameraLoader(
    ({ InteractiveCamera }) =>
      new InteractiveCamera(host, model.cameraUpdate(DEFAULTS, INITIAL_STATE, loader, 0), {
        land: '',
        surroundings: () => ({ marks: [], selected: null, width: 800 }),
        interaction: () => null,
        onFrame: () => undefined,
      }),
    () => {
      arrived();
    },
  );

  before(async () => {
    mock.timers.enable({ apis: ['setTimeout', 'Date'] });
    mock.method(console, 'warn', () => undefined);
    loader.use(() => pressed++);
    await arrival();
  });

  after(() => {
    mock.timers.reset();
    mock.restoreAll();
  });

  const views: Partial<LiveMapOptions>[] = [
    { projection: 'globe' },
    { projection: 'natural-earth' },
    { fit: '-10,35,30,60' },
    { fit: 'FR' },
    { fit: 'auto' },
  ];
  for (const view of views) {
    test(`${JSON.stringify(view)} falls back to the world in its default projection`, () => {
      const basemap = model.basemap({ ...DEFAULTS, ...view }, INITIAL_STATE, loader);
      const usual = model.basemap(DEFAULTS, INITIAL_STATE, loader);
      assert.ok(basemap.land.length > 1000);
      assert.deepEqual([basemap.land, basemap.height], [usual.land, usual.height]);
      assert.ok(basemap.project(13.4, 52.5), 'visitors have places');
    });
  }

  test('a button press before the failure is dropped when the file loads later', async () => {
    mock.timers.tick(60_000);
    loader.request();
    await arrival();
    assert.ok(loader.camera, 'it has arrived');
    assert.equal(pressed, 0);
    loader.use(() => pressed++);
    assert.equal(pressed, 1);
  });
});
