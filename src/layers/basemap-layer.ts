import type { Frame } from '../map/frame.ts';
import { createSvg, setAttribute } from './svg.ts';

/** From the back to the front. */
const PATHS = ['sea', 'graticule', 'land', 'borders'] as const;
type PathName = (typeof PATHS)[number];

/** Sea, land and lines in their SVG, in units of their own; it scales with the element and changes with the camera only. */
export class BasemapLayer {
  readonly #svg: SVGSVGElement;
  readonly #paths = new Map<PathName, SVGPathElement>();
  #frame: Frame | null = null;
  #graticule = false;

  constructor(svg: SVGSVGElement) {
    this.#svg = svg;
  }

  update(frame: Frame, graticule: boolean): void {
    if (frame === this.#frame && graticule === this.#graticule) return;
    this.#frame = frame;
    this.#graticule = graticule;
    setAttribute(this.#svg, 'viewBox', `0 0 ${frame.width} ${frame.height}`);
    this.#draw('sea', frame.sphere);
    this.#draw('graticule', graticule ? frame.graticule() : null);
    this.#draw('land', frame.land, frame.landTransform);
    this.#draw('borders', frame.borders);
  }

  #draw(name: PathName, d: string | null, transform = ''): void {
    let path = this.#paths.get(name);
    if (d === null) {
      path?.remove();
      this.#paths.delete(name);
      return;
    }
    if (!path) {
      path = createSvg('path', { class: name, part: name });
      this.#paths.set(name, path);
      this.#svg.append(...PATHS.flatMap((one) => this.#paths.get(one) ?? []));
    }
    setAttribute(path, 'd', d);
    setAttribute(path, 'transform', transform);
  }
}
