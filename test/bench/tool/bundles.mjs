// Makes dist/<id>/ of each contender: what it publishes, as it is, and its own code as a minified bundle. Counts the bytes.
import { copyFileSync, cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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
  define: { 'process.env.NODE_ENV': '"production"' },
  loader: { '.png': 'dataurl', '.svg': 'dataurl', '.gif': 'dataurl' },
  // What svgmap's style names and never ships.
  external: ['./img/*'],
};

const cdn = join(root, 'dist/cdn');

/**
 * Bundles those that are named, or all.
 *
 * @param builds Folders of other builds of the element, by the name that they are listed under.
 */
export async function bundleContenders({ only: ids, builds }) {
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
  for (const id of ids ?? known) {
    const contender = await bundle(id);
    contenders.push(contender);
    if (contender.kind !== 'element') continue;
    for (const [build, folder] of Object.entries(builds)) contenders.push(await bundle(id, build, folder));
  }
  return contenders;
}

async function bundle(id, build, cdnFolder = cdn) {
  const source = join(bench, 'contenders', `${id}.mjs`);
  const { published, assets, ...contender } = describe(id, readFileSync(source, 'utf8'));
  if (build) {
    contender.id += `@${build}`;
    contender.name += `, ${build}`;
  }
  const folder = join(dist, contender.id);
  await esbuild.build({
    ...shared,
    format: 'iife',
    stdin: {
      contents: `import * as contender from ${JSON.stringify(source)}; globalThis.contender = contender;`,
      resolveDir: bench,
    },
    outfile: join(folder, 'bundle.js'),
  });
  for (const asset of assets) {
    await esbuild.build({
      ...shared,
      format: 'esm',
      entryPoints: [join(bench, 'node_modules', asset)],
      outfile: join(folder, basename(asset)),
    });
  }
  const isElement = contender.kind === 'element';
  const scripts = published.map((file) => ({ src: basename(file), isModule: isElement }));
  const files = readdirSync(folder).map((file) => join(folder, file));
  const publishedFiles = published.map((file) => (isElement ? join(cdnFolder, basename(file)) : join(bench, file)));
  for (const file of publishedFiles) copyFileSync(file, join(folder, basename(file)));
  // What the element loads on demand is beside its file, as on a CDN.
  if (isElement) cpSync(cdnFolder, folder, { recursive: true, filter: (file) => !file.endsWith('.map') });
  writeFileSync(join(folder, 'index.html'), pageOf(contender.id));
  return {
    ...contender,
    scripts: [...scripts, { src: 'bundle.js', isModule: false }],
    hasStyle: files.some((file) => file.endsWith('bundle.css')),
    // The element's bundle is the harness's; that of a peer has the map that it needs.
    size: sum([...publishedFiles, ...(isElement ? [] : files)].map((file) => sizeOf(readFileSync(file)))),
  };
}

/** What a contender says of itself is read, not run: it needs a browser. */
function describe(id, source) {
  const valueOf = (name) => new RegExp(`^export const ${name} = (.+?);$`, 'ms').exec(source)?.[1];
  const text = (name) => valueOf(name)?.slice(1, -1);
  const list = (name) => valueOf(name)?.match(/(?<=')[^',\s]+(?=')/g) ?? [];
  return {
    id,
    name: text('name'),
    kind: text('kind') ?? 'peer',
    webgl: valueOf('webgl') === 'true',
    noDots: valueOf('noDots') === 'true',
    viewportHeight: Number(valueOf('viewportHeight') ?? 600),
    published: list('published'),
    assets: list('assets'),
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
