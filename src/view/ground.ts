import type { Frame } from '../map/frame.ts';

/** Draws another picture of the earth into the nodes of the map's template, past the template: many times a second. */
export function drawGround(root: ParentNode, frame: Frame): void {
  const draw = (name: string, attribute: string, value: () => string | null): void => {
    const path = root.querySelector(`.ground > .${name}`);
    const text = path && value();
    if (text !== null && path?.getAttribute(attribute) !== text) path?.setAttribute(attribute, text);
  };
  draw('sea', 'd', () => frame.sphere);
  draw('graticule', 'd', frame.graticule);
  draw('land', 'd', () => frame.land);
  draw('land', 'transform', () => frame.landTransform);
  draw('borders', 'd', () => frame.borders);
}
