import { EMBED_FOLDER } from '../../embed/settings.ts';
import { embedFilesRoute, embedRoute } from './embed.ts';
import { healthRoute } from './health.ts';
import { badgeRoute, shieldsRoute, mapImageRoute } from './pictures.ts';
import { missingPngRoute, pngRoute } from './png.ts';
import type { Route, RouteContext } from './route.ts';
import { snapshotRoute } from './snapshot.ts';
import { streamRoute } from './stream.ts';

/** Asked by machines that have no permission and are no viewers. */
export const OPEN_TO_ALL = '/health';

/** What there is below `basePath`; a path that ends with a slash is a folder. */
export function createRoutes(site: RouteContext): Record<string, Route> {
  return {
    '/': snapshotRoute(site),
    ...(site.hub && { '/stream': streamRoute(site, site.hub) }),
    '/badge.svg': badgeRoute(site),
    '/badge.json': shieldsRoute(site),
    '/map.svg': mapImageRoute(site),
    '/map.png': site.options.png ? pngRoute(site, site.options.png) : missingPngRoute(site),
    ...(site.options.embed && {
      '/embed': embedRoute(site, site.options.embed),
      [`/${EMBED_FOLDER}`]: embedFilesRoute(site),
    }),
    [OPEN_TO_ALL]: healthRoute(site),
  };
}
