import type { MultiPolygon, Position } from 'geojson';
import { feature } from 'topojson-client';
import type { MultiPolygon as TopologyPolygon, Topology } from 'topojson-specification';
import { ALPHABET, ANTARCTIC, DIGITS, EURASIA, GRID, REACH } from './land.data.ts';

/** The land of the earth, WGS 84 degrees. */
export interface Land {
  inhabited: MultiPolygon;
  antarctic: MultiPolygon;
}

let land: Land | undefined;

/** The land, decoded at the first call and shared by all maps of a page. @param text What `npm run land` has written. */
export function readLand(text: string): Land {
  return (land ??= readTopology(text));
}

function readTopology(text: string): Land {
  const arcs = decodeRings(text);
  const polygons = arcs.map((_, arc) => [[arc]]);
  // Ring 0 is the Caspian Sea.
  polygons[EURASIA]?.push([0]);
  const topology: Topology = { type: 'Topology', objects: {}, arcs };
  const geometry = (from: number, to?: number): MultiPolygon => {
    const object: TopologyPolygon = { type: 'MultiPolygon', arcs: polygons.slice(from, to) };
    return feature(topology, object).geometry;
  };
  return { inhabited: geometry(1, ANTARCTIC), antarctic: geometry(ANTARCTIC) };
}

/** Every character is a step, but one: the way across the map, from 180° to -180° or back. */
function decodeRings(rings: string): Position[][] {
  const base = 2 * REACH + 1;
  const [width, height, equator] = GRID;
  let column = 0;
  let row = 0;
  return rings.split(' ').map((text) => {
    const ring: Position[] = [];
    for (let index = 0; index < text.length; index++) {
      const code = ALPHABET.indexOf(text.charAt(index));
      if (code === base * base) {
        column = -column;
        continue;
      }
      // The way to where a ring begins is long: the digits of a number whose last one is the first point's step.
      const unit = base ** Math.max(0, DIGITS - 1 - index);
      column += unit * (Math.floor(code / base) - REACH);
      row += unit * ((code % base) - REACH);
      if (index >= DIGITS - 1) ring.push([column * width, row * height + equator]);
    }
    return [...ring, ...ring.slice(0, 1)];
  });
}
