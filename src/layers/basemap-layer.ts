import type { Basemap } from '../map/basemap.ts';
import { createSvg, setAttribute } from './svg.ts';

/** From the back to the front. */
const SHAPES = ['sea', 'graticule', 'land', 'night', 'borders'] as const;
type ShapeName = (typeof SHAPES)[number];
type PathName = Exclude<ShapeName, 'night'>;

/** Sea, land and lines in their SVG, in units of their own; it scales with the element and changes with the camera only. */
export class BasemapLayer {
  readonly #svg: SVGSVGElement;
  readonly #shapes = new Map<ShapeName, SVGElement>();
  #basemap: Basemap | null = null;
  #graticule = false;
  #night: SVGElement | null = null;

  constructor(svg: SVGSVGElement) {
    this.#svg = svg;
  }

  /** @param night What another layer draws between land and borders. */
  update(basemap: Basemap, graticule: boolean, night: SVGElement | null): void {
    if (basemap === this.#basemap && graticule === this.#graticule && night === this.#night) return;
    this.#basemap = basemap;
    this.#graticule = graticule;
    this.#night = night;
    setAttribute(this.#svg, 'viewBox', `0 0 ${basemap.width} ${basemap.height}`);
    this.#put('night', night);
    this.#draw('sea', basemap.sphere);
    this.#draw('graticule', graticule ? basemap.graticule() : null);
    this.#draw('land', basemap.land, basemap.landTransform);
    this.#draw('borders', basemap.borders);
  }

  #draw(name: PathName, d: string | null, transform = ''): void {
    if (d === null) {
      this.#put(name, null);
      return;
    }
    const path = this.#shapes.get(name) ?? createSvg('path', { class: name, part: name });
    this.#put(name, path);
    setAttribute(path, 'd', d);
    setAttribute(path, 'transform', transform);
  }

  #put(name: ShapeName, shape: SVGElement | null): void {
    const before = this.#shapes.get(name) ?? null;
    if (shape === before) return;
    before?.remove();
    if (!shape) {
      this.#shapes.delete(name);
      return;
    }
    this.#shapes.set(name, shape);
    this.#svg.append(...SHAPES.flatMap((one) => this.#shapes.get(one) ?? []));
  }
}
