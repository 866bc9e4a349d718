import type { MultiPolygon } from 'geojson';
import { decodeLine } from './arcs.ts';
import type { Land } from './land.ts';

/** What `npm run fine-land` has written: polygons of rings, which do not repeat their first point. */
type FineLandFile = Record<keyof Land, string[][]> & { step: number };

/** Land for maps of a country, from the text of `lazy/fine-land.data.ts`. */
export function readFineLand(text: string): Land {
  const file = JSON.parse(text) as FineLandFile;
  const read = (name: keyof Land): MultiPolygon => ({
    type: 'MultiPolygon',
    coordinates: file[name].map((rings) =>
      rings.map((ring) => {
        const points = decodeLine(ring, file.step);
        return [...points, ...points.slice(0, 1)];
      }),
    ),
  });
  return { inhabited: read('inhabited'), antarctic: read('antarctic') };
}
