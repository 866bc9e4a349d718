import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { minifyOutput } from '../../build/plugins/minify-output.ts';
import { unusedD3 } from '../../build/plugins/unused-d3.ts';
import { bundle } from './bundle.ts';

const USES_D3 = "import { geoMercatorRaw, geoPath } from 'd3-geo';\nexport { geoMercatorRaw, geoPath };\n";

describe('unusedD3', () => {
  test('removes unused inverse projections and stream methods', async () => {
    const [before, after] = [await bundle(USES_D3, []), await bundle(USES_D3, [unusedD3()])];
    for (const unused of [/mercatorRaw\.invert = /, /TransformStream/]) {
      assert.match(before.code, unused);
      assert.doesNotMatch(after.code, unused);
    }
    for (const used of [/function mercatorRaw\(/, /function path/i]) assert.match(after.code, used);
  });

  test('saves a fifth of the minified size', async () => {
    const [before, after] = [
      await bundle(USES_D3, [minifyOutput(true)]),
      await bundle(USES_D3, [unusedD3(), minifyOutput(true)]),
    ];
    assert.ok(after.code.length < 0.8 * before.code.length, `${after.code.length} of ${before.code.length} bytes`);
  });

  test('keeps an inverse that is called', async () => {
    const { code } = await bundle(USES_D3, [unusedD3('mercatorRaw')]);
    assert.match(code, /mercatorRaw\.invert = /);
  });
});
