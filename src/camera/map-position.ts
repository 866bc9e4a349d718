import { layoutParent } from '../base/ancestors.ts';
import { createElement } from '../layers/dom.ts';
import type { Point } from '../map/camera.ts';
import { shareOfQuadrilateral, type Quadrilateral } from '../map/quadrilateral.ts';

/** A position on the screen and on the page, in CSS pixels. */
export type PointerPosition = Pick<MouseEvent, 'clientX' | 'clientY' | 'pageX' | 'pageY'>;

/** Positions on a map in its own pixels, under any `zoom` and `transform` of the page. */
export class MapPosition {
  readonly #picture: HTMLElement;
  /** Boxes in the picture's corners: they show how the page has scaled or turned it. */
  readonly #corners: readonly HTMLElement[];

  constructor(picture: HTMLElement) {
    this.#picture = picture;
    this.#corners = [0, 1, 2, 3].map((index) => {
      const corner = createElement('i', '');
      corner.style.cssText = `position:absolute;left:${(index % 2) * 100}%;top:${index > 1 ? 100 : 0}%`;
      return picture.appendChild(corner);
    });
  }

  /** Where a pointer or a finger is on the map. */
  of({ clientX, clientY, pageX, pageY }: PointerPosition): Point {
    const zoom = hiddenZoom(this.#picture);
    const at = { x: pageX / zoom + clientX - pageX, y: pageY / zoom + clientY - pageY };
    const corners = this.#corners.map((corner) => corner.getBoundingClientRect());
    const { x, y } = shareOfQuadrilateral(at, corners as unknown as Quadrilateral);
    const { clientWidth, clientHeight } = this.#picture;
    // All corners are at one point where nothing is laid out, as in jsdom: the map starts at the viewport's origin.
    return isNaN(x) ? [clientX, clientY] : [x * clientWidth, y * clientHeight];
  }
}

/** The page's `zoom` where boxes do not have it, but pointers do: in Safari, and in Chrome before 128. */
function hiddenZoom(picture: Element): number {
  let zoom = 1;
  if ('currentCSSZoom' in picture) return zoom;
  for (let node: Element | undefined = picture; node; node = layoutParent(node))
    zoom *= Number(getComputedStyle(node).zoom) || 1;
  return zoom;
}
