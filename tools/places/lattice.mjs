// Places are told in tenths of a degree. A town on a coast or a border must not be rounded into the sea or into the
// neighbour: it takes the nearest point of the lattice that lies in its own country.
import { iso31661 } from 'iso-3166';
import { feature } from 'topojson-client';
import { readAtlas } from '../atlas.mjs';

/** What the atlas has as a part of something else. */
const WITHIN = {
  BQ: 'Netherlands', BV: 'Norway', CC: 'Indian Ocean Ter.', CX: 'Indian Ocean Ter.', GF: 'France', GP: 'France',
  MQ: 'France', RE: 'France', SJ: 'Norway', TK: 'New Zealand', YT: 'France',
}; // prettier-ignore
/** What the atlas tells apart, and has no code of ISO 3166-1. */
const NAMED = { Kosovo: 'XK', 'N. Cyprus': 'CY', Somaliland: 'SO' };
/** ISO 3166-1 has the Crimea in Ukraine, and the atlas draws the lines of control. */
const isCrimea = ([[x, y]]) => x > 32 && x < 36.7 && y > 44.3 && y < 46.3;

const alpha2 = new Map(iso31661.map(({ numeric, alpha2: code }) => [numeric, code]));
const atlas = readAtlas('countries-10m');

/** Outlines by country. */
const rings = new Map();
for (const { id, properties, geometry } of feature(atlas, atlas.objects.countries).features) {
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  const territories = Object.keys(WITHIN).filter((code) => WITHIN[code] === properties.name);
  const outlines = polygons.flat();
  for (const code of [NAMED[properties.name] ?? alpha2.get(id), ...territories]) add(code, outlines);
  if (properties.name === 'Russia') add('UA', outlines.filter(isCrimea));
}

function add(code, outlines) {
  rings.set(code, [...(rings.get(code) ?? []), ...outlines]);
}

/** Where the outlines of a country cross each row of the lattice, from west to east. */
function crossingsOf(code) {
  const rows = new Map();
  for (const ring of rings.get(code) ?? []) {
    ring.slice(1).forEach(([x, y], index) => {
      const [fromX, fromY] = ring[index];
      const [south, north] = y < fromY ? [y, fromY] : [fromY, y];
      for (let row = Math.ceil(south * 10); row / 10 < north; row++) {
        const crossings = rows.get(row) ?? [];
        rows.set(row, crossings);
        crossings.push(fromX + ((row / 10 - fromY) / (y - fromY)) * (x - fromX));
      }
    });
  }
  for (const crossings of rows.values()) crossings.sort((a, b) => a - b);
  return rows;
}

const known = new Map();

/** Whether a point of the lattice (tenths of a degree) lies in a country. */
export function isInside(code, x, y) {
  if (!known.has(code)) known.set(code, crossingsOf(code));
  const crossings = known.get(code).get(y) ?? [];
  return crossings.filter((crossing) => crossing < x / 10).length % 2 === 1;
}

/** The point of the lattice for a place, `[x, y]`; where none that is near lies in its country, simply the nearest. */
export function settle({ country, longitude, latitude }) {
  const nearest = [Math.round(longitude * 10), Math.round(latitude * 10)];
  if (isInside(country, ...nearest)) return nearest;
  const shrink = Math.cos((latitude * Math.PI) / 180);
  const around = [-1, 0, 1].flatMap((x) => [-1, 0, 1].map((y) => [nearest[0] + x, nearest[1] + y]));
  const far = ([x, y]) => Math.hypot((x / 10 - longitude) * shrink, y / 10 - latitude);
  return around.filter(([x, y]) => isInside(country, x, y)).sort((a, b) => far(a) - far(b))[0] ?? nearest;
}
