import { EMBED_FOLDER, readEmbedSettings, type EmbedSettings } from '../../embed/settings.ts';
import type { PublishedSnapshot } from '../../protocol/published.ts';
import type { CacheHeaders } from '../cache-control.ts';
import type { PackageFiles } from '../context.ts';
import { LazyValue } from '../lazy-value.ts';
import { chain } from '../maybe-promise.ts';
import type { EmbedOptions } from '../options/types.ts';
import { Representation } from '../representation.ts';
import { notFound } from '../response-info.ts';
import { documentRoute } from './document.ts';
import type { Route, RouteContext } from './route.ts';

const SCRIPT = 'datafast-live-map.js';
/** Another version has another address. */
const FOREVER: CacheHeaders = { 'Cache-Control': 'public, max-age=31536000, immutable' };

/** `GET /embed`: a page with the map alone. Its renderer is large, and loaded when the page is first requested. */
export function embedRoute(site: RouteContext, { ancestors, scriptUrl }: EmbedOptions): Route {
  const script = scriptUrl ?? EMBED_FOLDER + SCRIPT;
  const write = async (snapshot: PublishedSnapshot | null, variant: string): Promise<string> => {
    const { embedPage } = await import('../../embed/page.ts');
    return embedPage(snapshot, JSON.parse(variant) as EmbedSettings, script);
  };
  const page = documentRoute(site, {
    contentType: 'text/html; charset=utf-8',
    headers: async () => (await import('../../embed/page.ts')).embedHeaders({ ancestors, scriptUrl: script }),
    variant: ({ query }) => JSON.stringify(readEmbedSettings(query)),
    write,
    writeUnknown: (variant) => write(null, variant),
  });
  return (request, context) => {
    if (scriptUrl !== null || context.files?.names.has(SCRIPT)) return page(request, context);
    site.log.unavailable('/embed', 'this runtime reads no files. Set embed.scriptUrl.');
    return notFound('No such file.');
  };
}

/** `GET /embed/<version>/…`: the page's scripts, each read and compressed once. */
export function embedFilesRoute({ options }: RouteContext): Route {
  const folder = `${options.basePath}/${EMBED_FOLDER}`;
  const known = new WeakMap<PackageFiles, Map<string, LazyValue<Representation>>>();
  return (request, context) => {
    const { files } = context;
    const name = request.path.slice(folder.length);
    if (!files?.names.has(name)) return notFound('No such file.');
    const representations = known.get(files) ?? new Map<string, LazyValue<Representation>>();
    known.set(files, representations);
    const file =
      representations.get(name) ?? new LazyValue(async () => Representation.of(await files.read(name), typeOf(name)));
    representations.set(name, file);
    return chain(file.value, (representation) => representation.respond(request, context.encoders, FOREVER));
  };
}

function typeOf(name: string): string {
  return name.endsWith('.js') ? 'text/javascript; charset=utf-8' : 'text/plain; charset=utf-8';
}
