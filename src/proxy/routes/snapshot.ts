import { documentRoute } from './document.ts';
import type { Route, Site } from './route.ts';

/** `GET /`: the snapshot as it is. */
export function snapshotRoute(site: Site): Route {
  return documentRoute(site, {
    contentType: 'application/json; charset=utf-8',
    write: (snapshot) => JSON.stringify(snapshot),
  });
}
