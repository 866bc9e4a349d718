import { documentRoute } from './document.ts';
import type { Route, RouteContext } from './route.ts';

/** `GET /`: the snapshot as it is. */
export function snapshotRoute(site: RouteContext): Route {
  return documentRoute(site, {
    contentType: 'application/json; charset=utf-8',
    write: (snapshot) => JSON.stringify(snapshot),
  });
}
