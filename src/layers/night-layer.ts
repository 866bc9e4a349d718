import type { Basemap } from '../map/basemap.ts';
import { nightRings } from '../map/night.ts';
import { NIGHT } from '../palette/night.ts';
import { createSvg, setAttribute } from './svg.ts';

const MINUTE_MS = 60_000;
const SHADE = { fill: `var(--live-map-night, ${NIGHT.fill})`, 'fill-opacity': NIGHT.opacity, 'fill-rule': 'evenodd' };

/** The night side of the earth, over land and sea. Its file is fetched on demand. */
export class NightLayer {
  readonly element: SVGGElement = createSvg('g', { part: 'night', ...SHADE });
  #basemap: Basemap | null = null;
  #minute = NaN;
  #rings: ReturnType<typeof nightRings> = [];

  /** @param now Epoch ms by the server's clock. */
  update(basemap: Basemap, now: number): void {
    const minute = Math.floor(now / MINUTE_MS);
    if (basemap === this.#basemap && minute === this.#minute) return;
    if (minute !== this.#minute) this.#rings = nightRings(minute * MINUTE_MS);
    this.#basemap = basemap;
    this.#minute = minute;
    this.#rings.forEach((ring, index) => {
      const path = this.element.children[index] ?? this.element.appendChild(createSvg('path'));
      setAttribute(path, 'd', basemap.areas?.([ring]) ?? '');
    });
  }
}
