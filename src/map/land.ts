import type { MultiPolygon } from 'geojson';
import { feature } from 'topojson-client';
import type { MultiPolygon as TopologyPolygon, Topology } from 'topojson-specification';
import { LAND } from './land.data.ts';

/** The land of the earth, WGS 84 degrees. */
export interface Land {
  inhabited: MultiPolygon;
  antarctic: MultiPolygon;
}

let land: Land | undefined;

/** The land, decoded at the first call and shared by all maps of a page. */
export function readLand(): Land {
  return (land ??= decode(JSON.parse(LAND) as Topology<Record<keyof Land, TopologyPolygon>>));
}

function decode(topology: Topology<Record<keyof Land, TopologyPolygon>>): Land {
  const geometry = (name: keyof Land): MultiPolygon => feature(topology, topology.objects[name]).geometry;
  return { inhabited: geometry('inhabited'), antarctic: geometry('antarctic') };
}
