import type { Frame } from '../map/frame.ts';

/** Draws another picture of the earth into the nodes of the map's template, past the template: many times a second. */
export function drawGround(root: ParentNode, frame: Frame): void {
  const draw = (name: string, data: () => string | null): void => {
    const path = root.querySelector(`.ground > .${name}`);
    const d = path && data();
    if (d !== null && path?.getAttribute('d') !== d) path?.setAttribute('d', d);
  };
  draw('sea', () => frame.sphere);
  draw('graticule', frame.graticule);
  draw('land', () => frame.land);
  root.querySelector('.ground > .land')?.setAttribute('transform', frame.landTransform);
  draw('borders', () => frame.borders);
}
