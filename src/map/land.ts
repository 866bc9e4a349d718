import type { MultiPolygon } from 'geojson';
import { feature } from 'topojson-client';
import type { MultiPolygon as TopologyPolygon, Topology } from 'topojson-specification';
import { decodeArc } from './arcs.ts';
import { ARCS, OBJECTS, STEP } from './land.data.ts';

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
