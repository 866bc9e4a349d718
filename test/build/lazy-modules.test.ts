import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { lazyModules } from '../../build/plugins/lazy-modules.ts';
import { bundle, exportsOf } from './bundle.ts';

const SOURCE = `
// Not import('./of/a-comment.ts').
export const boxes = () => import('./map/lazy/boxes.data.ts');
export const portugal = () => import('./geocode/shards/PT.data.ts');
export const german = () => import('./i18n/languages/de.ts');
export const stream = () => import('./client/stream.ts');
`;

/** Of the only script of a page, and whether there are no files beside it. */
const ADDRESSES = {
  'https://cdn.example/npm/datafast-live-map@0.1.0/dist/cdn/datafast-live-map.iife.js': false,
  'https://cdn.example/datafast-live-map.js?ver=3#top': false,
  'https://cdn.example/npm/datafast-live-map@0.1.0': false,
  'https://cdn.example/npm/datafast-live-map/?module': false,
  'https://site.example/cache/ab12.js': true,
  'https://site.example/cache/ab12.js?of=/js/datafast-live-map.js': true,
  'https://site.example/_static/??/js/a.js,/js/datafast-live-map.js': true,
  'https://cdn.example/combine/npm/a.js,npm/datafast-live-map.js': true,
  'https://site.example/wp-content/cache/min/1/npm/datafast-live-map/dist/cdn/datafast-live-map.js': true,
  'https://site.example/datafast-live-map/app.js': true,
  'https://site.example/about-datafast-live-map': true,
  '': true,
};

describe('lazyModules', () => {
  for (const kind of ['module', 'classic'] as const) {
    const format = kind === 'module' ? 'es' : 'iife';

    test(`${kind}: writes modules imported on demand beside the script`, async () => {
      const [before, after] = [await bundle(SOURCE, [], format), await bundle(SOURCE, [lazyModules(kind)], format)];
      const data = await readFile(join(import.meta.dirname, '../../src/map/lazy/boxes.data.ts'), 'utf8');
      const start = /'(.{40})/.exec(data)![1]!.replaceAll('"', '\\"');
      assert.ok(before.code.includes(start) && !after.code.includes(start));
      assert.ok(after.code.length < 2000, `${after.code.length} bytes`);
      const names = ['boxes.js', 'places/PT.js', 'languages/de.js', 'stream.js'];
      for (const name of names) assert.ok(after.code.includes(`"${name}"`), name);
      // The modules of code have builds of their own.
      assert.deepEqual(Object.keys(after.assets).sort(), names.slice(0, 2).sort());
      assert.match(after.code, kind === 'module' ? /import\.meta\.url/ : /document\.currentScript/);
    });
  }

  test('writes a data file as JavaScript with the module’s exports', async () => {
    const { assets } = await bundle(SOURCE, [lazyModules('module')]);
    const load = (name: string): Promise<object> => exportsOf(assets[name]!);
    assert.deepEqual({ ...(await load('boxes.js')) }, { ...(await import('../../src/map/lazy/boxes.data.ts')) });
    assert.deepEqual({ ...(await load('places/PT.js')) }, { ...(await import('../../src/geocode/shards/PT.data.ts')) });
  });

  test('lets a script know whether its files can be fetched', async () => {
    const source = "export { areFilesLost } from './controllers/files.ts';\n";
    const npm = await exportsOf<{ areFilesLost: () => boolean }>((await bundle(source, [])).code);
    assert.equal(npm.areFilesLost(), false);
    const { code } = await bundle(source, [lazyModules('module')]);
    const { areFilesLost } = await exportsOf<{ areFilesLost: () => boolean }>(code);
    const page = globalThis as { document?: object };
    for (const [src, isLost] of Object.entries(ADDRESSES)) {
      page.document = { querySelectorAll: () => [{ src, dataset: {} }] };
      assert.equal(areFilesLost(), isLost, src);
    }
    delete page.document;
  });

  test('fails the build for a specifier that is known only at run time', async () => {
    const source = 'export const load = (name: string) => import(`./${name}.ts`);\n';
    await assert.rejects(bundle(source, [lazyModules('module')]), /expected import\(\) of a constant/);
  });
});
