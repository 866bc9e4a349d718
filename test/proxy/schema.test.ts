import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { PNG } from 'pngjs';
import { Validator } from '@seriousme/openapi-schema-validator';
import { VERSION } from '../../src/base/version.ts';
import { ajv, checkSchema, readDocument } from './schema.ts';
import { startProxy } from './start.ts';
import { failure } from './upstream.ts';

describe('the published schemas', () => {
  it('include a JSON Schema 2020-12 of a snapshot', () => {
    assert.ok(ajv.validateSchema(readDocument('schema/snapshot.schema.json')), ajv.errorsText());
  });

  it('include valid OpenAPI 3.1 of the routes', async () => {
    const { valid, errors } = await new Validator().validate(readDocument('openapi.json'));
    assert.ok(valid, JSON.stringify(errors));
  });

  it('describe every route', async (t) => {
    const script = 'datafast-live-map.js';
    const files = { names: new Set([script]), read: () => Promise.resolve(new Uint8Array(1)) };
    const png = (): Promise<Uint8Array> => Promise.resolve(PNG.sync.write(new PNG({ width: 1, height: 1 })));
    const { get } = await startProxy(t, { files, png });
    const { paths } = readDocument('openapi.json') as { paths: Record<string, object> };
    for (const path of Object.keys(paths)) {
      if (path !== '/stream') assert.equal((await get(path.replace('{file}', script))).status, 200, path);
    }
    assert.deepEqual(Object.keys(paths), [
      '/',
      '/stream',
      '/badge.svg',
      '/badge.json',
      '/map.svg',
      '/map.png',
      '/embed',
      `/embed/${VERSION}/{file}`,
      '/health',
    ]);
  });

  it('accept every policy’s snapshot, with all optional fields', async (t) => {
    const team = { privacy: 'team', allowedOrigins: [], authorize: () => true } as const;
    for (const options of [{}, team, { sampleData: true }, { privacy: { minimumGroup: 3, system: false } }] as const) {
      const { get } = await startProxy(t, options);
      checkSchema((await get()).json());
    }
  });

  it('reject other shapes', async (t) => {
    const { get } = await startProxy(t);
    const { snapshot } = await get();
    const { data, meta, status } = snapshot();
    assert.throws(() => {
      checkSchema({ status, data, meta: { ...meta, generatedAt: 'now' } });
    });
    assert.throws(() => {
      checkSchema({ status, data: { ...data, email: 'ada@example.com' }, meta });
    });
  });

  it('describe the errors', async (t) => {
    const { get } = await startProxy(t, { respond: failure(500) });
    checkSchema((await get()).json());
    checkSchema((await get('/health')).json());
    checkSchema((await get('/nothing')).json());
  });
});
