import type { MultiPolygon } from 'geojson';
import { feature } from 'topojson-client';
import type { MultiPolygon as TopologyPolygon, Topology } from 'topojson-specification';
import { ALPHABET, ARCS, OBJECTS, STEP } from './land.data.ts';

/** The land of the earth, WGS 84 degrees. */
export interface Land {
  inhabited: MultiPolygon;
  antarctic: MultiPolygon;
}

let land: Land | undefined;

/** The land, decoded at the first call and shared by all maps of a page. */
export function readLand(): Land {
  return (land ??= readTopology());
}

function readTopology(): Land {
  const topology: Topology<Record<keyof Land, TopologyPolygon>> = {
    type: 'Topology',
    objects: JSON.parse(OBJECTS) as Record<keyof Land, TopologyPolygon>,
    arcs: ARCS.split(' ').map(decodeArc),
    transform: { scale: [STEP, STEP], translate: [-180, -90] },
  };
  const geometry = (name: keyof Land): MultiPolygon => feature(topology, topology.objects[name]).geometry;
  return { inhabited: geometry('inhabited'), antarctic: geometry('antarctic') };
}

/** The steps of an arc, which `npm run land` has written: first all to the east, then all to the north. */
function decodeArc(text: string): [number, number][] {
  const base = ALPHABET.length / 2;
  const numbers: number[] = [];
  let digits = 0;
  for (const character of text) {
    const digit = ALPHABET.indexOf(character);
    digits = digits * base + (digit % base);
    if (digit >= base) continue;
    numbers.push(digits % 2 ? -(digits + 1) / 2 : digits / 2);
    digits = 0;
  }
  const half = numbers.length / 2;
  return numbers.slice(0, half).map((east, index) => [east, numbers[half + index] ?? 0]);
}
