import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { PNG } from 'pngjs';
import { Validator } from '@seriousme/openapi-schema-validator';
import { VERSION } from '../../src/base/version.ts';
import { ajv, checkSchema, readDocument } from './schema.ts';
import { createLiveMapProxy, type LiveMapProxyOptions, type RequestContext } from '../../src/proxy/index.ts';
import { recordingLogger, startProxy } from './start.ts';
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

  it('describe exactly the statuses of each route', async () => {
    const script = 'datafast-live-map.js';
    const files = { names: new Set([script]), read: () => Promise.resolve(new Uint8Array(1)) };
    const png = (): Promise<Uint8Array> => Promise.resolve(PNG.sync.write(new PNG({ width: 1, height: 1 })));
    const answering = (status: number) => () => Promise.resolve(new Response('{}', { status }));
    const { logger } = recordingLogger();
    const sample = { sampleData: true, png, logger };
    const failing = { apiKey: 'df_test', png, logger };
    const broken = (): never => {
      throw new Error('broken');
    };
    const throwing = Object.defineProperties({ files }, { encoders: { get: broken }, waitUntil: { get: broken } });
    const gzip = { 'accept-encoding': 'gzip' };
    const situations: [options: LiveMapProxyOptions, headers?: Record<string, string>, context?: RequestContext][] = [
      [sample],
      [sample, { 'if-none-match': '*' }],
      [sample, { 'if-match': '"x"' }],
      [sample, { host: 'a/b' }],
      [sample, gzip, throwing],
      [{ ...sample, stream: false, embed: false, png: undefined }],
      [{ ...sample, authorize: () => false }],
      [{ ...sample, rateLimit: { requests: 1, seconds: 60 } }],
      [{ ...sample, png: broken }],
      ...[400, 401, 429].map((status): [LiveMapProxyOptions] => [{ ...failing, fetch: answering(status) }]),
      [{ ...failing, fetch: () => new Promise<Response>(() => undefined), timeoutMs: 1 }],
    ];
    const { paths } = readDocument('openapi.json') as { paths: Record<string, { get: { responses: object } }> };
    for (const [path, { get }] of Object.entries(paths)) {
      const seen = new Set<string>();
      for (const [options, headers = {}, context = { files }] of situations) {
        const proxy = createLiveMapProxy(options);
        // The snapshot first: what it fails with is the state of /health.
        for (const requested of ['/', path.replace('{file}', script)]) {
          const url = `https://live.example${requested}`;
          const { status, body } = await proxy.fetch(new Request(url, { headers }), context);
          await body?.cancel();
          if (requested !== '/' || path === '/') seen.add(String(status));
        }
        await proxy.close();
      }
      assert.deepEqual([...seen].sort(), Object.keys(get.responses), path);
    }
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
