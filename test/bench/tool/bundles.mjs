// Bundles contenders to dist/<id>/, minified and for production, and counts the bytes that each of them ships.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import * as esbuild from 'esbuild';
import { bench, dist, root } from './paths.mjs';

const shared = {
  bundle: true,
  minify: true,
  target: 'es2022',
  legalComments: 'none',
  logLevel: 'error',
  // A classic script has no import.meta.
  define: { 'process.env.NODE_ENV': '"production"', 'import.meta.url': 'document.baseURI' },
  loader: { '.png': 'dataurl', '.svg': 'dataurl', '.gif': 'dataurl' },
  // What svgmap's style names and never ships.
  external: ['./img/*'],
};

/** Bundles those that are named, or all. */
export async function bundleContenders(ids) {
  rmSync(dist, { recursive: true, force: true });
  mkdirSync(dist, { recursive: true });
  await esbuild.build({
    ...shared,
    format: 'iife',
    entryPoints: [join(bench, 'in-page/harness.mjs')],
    outfile: join(dist, 'harness.js'),
  });
  const known = readdirSync(join(bench, 'contenders')).map((file) => basename(file, '.mjs'));
  const unknown = ids?.filter((id) => !known.includes(id)) ?? [];
  if (unknown.length > 0) throw new Error(`No contender: ${unknown.join(', ')}. There are ${known.join(', ')}.`);
  const contenders = [];
  for (const id of ids ?? known) contenders.push(await bundle(id));
  return contenders;
}

async function bundle(id) {
  const source = join(bench, 'contenders', `${id}.mjs`);
  const folder = join(dist, id);
  const contender = describe(id, readFileSync(source, 'utf8'));
  await esbuild.build({
    ...shared,
    format: 'iife',
    stdin: {
      contents: `import * as contender from ${JSON.stringify(source)}; globalThis.contender = contender;`,
      resolveDir: bench,
    },
    outfile: join(folder, 'bundle.js'),
    banner: { js: hintOf(contender.published) },
  });
  for (const asset of contender.assets) {
    await esbuild.build({
      ...shared,
      format: 'esm',
      entryPoints: [join(bench, 'node_modules', asset)],
      outfile: join(folder, basename(asset)),
    });
  }
  const files = readdirSync(folder);
  writeFileSync(join(folder, 'index.html'), pageOf(id));
  return {
    ...contender,
    hasStyle: files.includes('bundle.css'),
    size: contender.published
      ? sizeOf(readFileSync(join(root, contender.published)))
      : sum(files.map((file) => sizeOf(readFileSync(join(folder, file))))),
  };
}

/** The comment that a published file begins with, as what it asks of the engine is a part of it. */
function hintOf(published) {
  return (published && /^\/\/#.*/.exec(readFileSync(join(root, published), 'utf8'))?.[0]) || '';
}

/** What a contender says of itself is read, not run: it needs a browser. */
function describe(id, source) {
  const told = (name) => new RegExp(`^export const ${name} = (.+);$`, 'm').exec(source)?.[1];
  const text = (name) => told(name)?.slice(1, -1);
  return {
    id,
    name: text('name'),
    kind: text('kind') ?? 'peer',
    webgl: told('webgl') === 'true',
    noDots: told('noDots') === 'true',
    published: text('published') ?? null,
    viewportHeight: Number(told('viewportHeight') ?? 600),
    assets: told('assets')?.match(/(?<=')[^',]+(?=')/g) ?? [],
  };
}

const pageOf = (id) => `<!doctype html>
<meta charset="utf-8">
<title>${id}</title>
<base href="/${id}/">
<style>
  body { margin: 0 }
  #map { position: relative; width: 960px; height: 500px; overflow: hidden }
</style>
<div id="map"></div>
<script src="/harness.js"></script>
`;

/** Bytes as they are, with gzip -9 and with Brotli 11. */
export function sizeOf(bytes) {
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  return {
    min: bytes.length,
    gzip: gzipSync(bytes, { level: 9 }).length,
    brotli: brotliCompressSync(bytes, { params }).length,
  };
}

function sum(sizes) {
  const total = { min: 0, gzip: 0, brotli: 0 };
  for (const size of sizes) for (const key of Object.keys(total)) total[key] += size[key];
  return total;
}
