import { layoutParent } from '../base/ancestors.ts';
import { createElement } from '../layers/dom.ts';
import type { Point } from '../map/camera.ts';
import { shareOfQuadrilateral, type Quadrilateral } from '../map/quadrilateral.ts';

/** A position on the screen and on the page, in CSS pixels. */
export type PointerPosition = Pick<MouseEvent, 'clientX' | 'clientY' | 'pageX' | 'pageY'>;

/** Where a pointer or a finger is on a map, in the map's own pixels under any `zoom` and `transform`. */
export function mapPosition(map: Element, { clientX, clientY, pageX, pageY }: PointerPosition): Point {
  const zoom = hiddenZoom(map);
  const at = { x: pageX / zoom + clientX - pageX, y: pageY / zoom + clientY - pageY };
  const picture = map.querySelector('.picture') ?? map;
  const corners = cornersOf(picture).map((corner) => corner.getBoundingClientRect());
  const { x, y } = shareOfQuadrilateral(at, corners as unknown as Quadrilateral);
  const { clientWidth, clientHeight } = picture;
  // All corners are at one point where nothing is laid out, as in jsdom: the map starts at the viewport's origin.
  return isNaN(x) ? [clientX, clientY] : [x * clientWidth, y * clientHeight];
}

/** The page's `zoom` where boxes do not have it, but pointers do: in Safari, and in Chrome before 128. */
function hiddenZoom(map: Element): number {
  let zoom = 1;
  if ('currentCSSZoom' in map) return zoom;
  for (let node: Element | undefined = map; node; node = layoutParent(node))
    zoom *= Number(getComputedStyle(node).zoom) || 1;
  return zoom;
}

/** Boxes in the corners: they show how the page has scaled or turned the map. */
function cornersOf(picture: Element): Element[] {
  const corners = [...picture.querySelectorAll(':scope>i')];
  for (let index = corners.length; index < 4; index++) {
    const corner = createElement('i', '');
    corner.style.cssText = `position:absolute;left:${(index % 2) * 100}%;top:${index > 1 ? 100 : 0}%`;
    corners.push(picture.appendChild(corner));
  }
  return corners;
}
