import { countryPoint } from '../../src/geocode/country-points.ts';
import { initialView } from '../../src/map/initial-view.ts';
import { worldBasemap } from '../../src/map/world-basemap.ts';
import { composeMarks, type Composition } from '../../src/marks/compose.ts';
import { placeOnLattice } from '../../src/marks/lattice.ts';
import type { Snapshot } from '../../src/protocol/types.ts';
import { snapshotState } from '../../src/store/snapshot-state.ts';

/** What the element composes for its first picture of the world. @param at Epoch ms. @param width CSS pixels. */
export function firstComposition(snapshot: Snapshot, at: number, width: number): Composition {
  const initial = initialView({ projection: 'equal-earth', fit: 'world', antarctic: false, center: [0, 0] });
  const basemap = worldBasemap(initial);
  const state = snapshotState(snapshot, at);
  return composeMarks({
    ...state,
    countryPoint,
    basemap: basemap,
    width,
    dotSize: 8,
    predictions: false,
    placeDense: placeOnLattice,
  });
}
