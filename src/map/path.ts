import { geoStream, type GeoPermissibleObjects, type GeoProjection, type GeoStream } from 'd3-geo';

/** Top left and bottom right corner. */
export type Bounds = [[left: number, top: number], [right: number, bottom: number]];

/**
 * The SVG path of an object, rounded to tenths. What d3-geo's own `geoPath` gives, without its points, areas, centroids
 * and measures, which would be another kilobyte of the bundle.
 */
export function pathOf(projection: GeoProjection, object: GeoPermissibleObjects): string {
  let path = '';
  let isRing = false;
  let isFirst = true;
  const round = (value: number): number => Math.round(value * 10) / 10;
  draw(projection, object, {
    polygonStart: () => (isRing = true),
    polygonEnd: () => (isRing = false),
    lineStart: () => (isFirst = true),
    point: (x, y) => {
      path += `${isFirst ? 'M' : 'L'}${round(x)},${round(y)}`;
      isFirst = false;
    },
    lineEnd: () => {
      if (isRing) path += 'Z';
    },
  });
  return path;
}

/** The smallest box around a projected object. */
export function boundsOf(projection: GeoProjection, object: GeoPermissibleObjects): Bounds {
  const bounds: Bounds = [
    [Infinity, Infinity],
    [-Infinity, -Infinity],
  ];
  const [least, most] = bounds;
  draw(projection, object, {
    point: (x, y) => {
      least[0] = Math.min(least[0], x);
      least[1] = Math.min(least[1], y);
      most[0] = Math.max(most[0], x);
      most[1] = Math.max(most[1], y);
    },
  });
  return bounds;
}

function draw(projection: GeoProjection, object: GeoPermissibleObjects, sink: Partial<GeoStream>): void {
  const nothing = (): void => undefined;
  const whole = { point: nothing, lineStart: nothing, lineEnd: nothing, polygonStart: nothing, polygonEnd: nothing };
  geoStream(object, projection.stream({ ...whole, ...sink }));
}
