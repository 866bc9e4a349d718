import { badgeSvg } from '../../pictures/badge.ts';
import { shieldsBadge } from '../../pictures/shields.ts';
import { mapImage } from '../../pictures/map-image.ts';
import { readImageOptions, type ImageOptions } from '../../pictures/image-options.ts';
import type { PublishedSnapshot } from '../../protocol/published.ts';
import { documentRoute } from './document.ts';
import type { Route, RouteContext } from './route.ts';

/** An SVG that is opened by itself is a document: it may style itself, and nothing else. */
const CONTENT_SECURITY_POLICY = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

/** Headers of a picture. */
export function pictureHeaders(allowedOrigins: '*' | readonly string[]): Record<string, string> {
  return {
    'Content-Security-Policy': CONTENT_SECURITY_POLICY,
    // An `<img>` sends no `Origin`, and pictures are for pages that are in no list of origins.
    ...(allowedOrigins.length > 0 && { 'Cross-Origin-Resource-Policy': 'cross-origin' }),
  };
}

/** `GET /badge.svg`: how many people are here, as a pill. */
export function badgeRoute(site: RouteContext): Route {
  return pictureRoute(site, badgeSvg);
}

/** `GET /map.svg`: a picture of the map. */
export function mapImageRoute(site: RouteContext): Route {
  return pictureRoute(site, mapImage);
}

/** `GET /badge.json`: the badge's number for shields.io, which draws a badge itself. */
export function shieldsRoute(site: RouteContext): Route {
  const write = (snapshot: PublishedSnapshot | null): string =>
    JSON.stringify(shieldsBadge(snapshot, site.options.refreshSeconds));
  return documentRoute(site, {
    contentType: 'application/json; charset=utf-8',
    write,
    writeUnknown: () => write(null),
  });
}

/**
 * Without a snapshot, a picture without a number and status 200: JSON is useless where an image is expected, and the image proxies
 * of GitHub and mail programs pass on a broken image for any other status.
 */
function pictureRoute(
  site: RouteContext,
  draw: (snapshot: PublishedSnapshot | null, variant: ImageOptions) => string,
): Route {
  const { allowedOrigins } = site.options;
  const variantOf = (name: string): ImageOptions => JSON.parse(name) as ImageOptions;
  return documentRoute(site, {
    contentType: 'image/svg+xml; charset=utf-8',
    headers: pictureHeaders(allowedOrigins),
    variant: ({ query }) => JSON.stringify(readImageOptions(new URLSearchParams(query))),
    write: (snapshot, name) => draw(snapshot, variantOf(name)),
    writeUnknown: (name) => draw(null, variantOf(name)),
  });
}
