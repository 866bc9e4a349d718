import 'leaflet/dist/leaflet.css';
import { landCollection } from './land.mjs';

const { L } = globalThis;
const DOT = { radius: 2, stroke: false, fillColor: '#e33', fillOpacity: 1, interactive: false };
const LAND = { stroke: false, fillColor: '#ccd', fillOpacity: 1 };

/** @param {'canvas' | 'svg'} renderer What Leaflet draws on. */
export function leafletContender(renderer) {
  let group;
  let byId = new Map();

  function update(dots) {
    const next = new Map();
    for (const { id } of dots) {
      next.set(id, byId.get(id) ?? null);
      byId.delete(id);
    }
    for (const marker of byId.values()) group.removeLayer(marker);
    for (const { id, lon, lat } of dots) {
      if (next.get(id)) continue;
      const marker = L.circleMarker([lat, lon], DOT);
      next.set(id, marker);
      group.addLayer(marker);
    }
    byId = next;
  }

  function mount(host, dots) {
    const map = L.map(host, {
      renderer: L[renderer]({ padding: 0 }),
      zoomSnap: 0,
      zoomControl: false,
      attributionControl: false,
      fadeAnimation: false,
      zoomAnimation: false,
      crs: L.CRS.EPSG4326,
    }).setView([15, 0], 0.4);
    L.geoJSON(landCollection(), { interactive: false, style: LAND }).addTo(map);
    group = L.layerGroup().addTo(map);
    update(dots);
  }

  return { mount, update };
}
