import { layoutParent } from '../base/ancestors.ts';
import type { Spot } from '../camera/zoom-gestures.ts';
import type { Point } from '../map/camera.ts';
import { shareOfQuadrilateral, type Quadrilateral } from '../map/quadrilateral.ts';

/** Where the pointer is on the map that handles its event. */
export function mapPosition(event: MouseEvent): Point {
  return positionOn(event.currentTarget as Element, event);
}

/** Where a pointer or a finger is on a map, in the map's own pixels under any `zoom` and `transform`. */
export function positionOn(map: Element, { clientX, clientY, pageX, pageY }: Spot): Point {
  const zoom = hiddenZoom(map);
  const at = { x: pageX / zoom + clientX - pageX, y: pageY / zoom + clientY - pageY };
  const corners = [...map.querySelectorAll('.picture>i')].map((corner) => corner.getBoundingClientRect());
  const { x, y } = shareOfQuadrilateral(at, corners as unknown as Quadrilateral);
  const { clientWidth, clientHeight } = map.querySelector('.picture') ?? map;
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
