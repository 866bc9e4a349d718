import { geoNaturalEarth1, geoPath } from 'd3-geo';
import { select } from 'd3-selection';
import { landCollection } from '../shared/land.mjs';

export const name = 'd3-geo + d3-selection (naive join)';

const projection = geoNaturalEarth1().fitSize([960, 500], { type: 'Sphere' });
let group;

export function update(dots) {
  group
    .selectAll('circle')
    .data(dots, ({ id }) => id)
    .join('circle')
    .attr('r', 2)
    .attr('fill', '#e33')
    .attr('cx', ({ lon, lat }) => projection([lon, lat])[0])
    .attr('cy', ({ lon, lat }) => projection([lon, lat])[1]);
}

export function mount(host, dots) {
  const svg = select(host).append('svg').attr('width', 960).attr('height', 500);
  svg.append('path').datum(landCollection()).attr('d', geoPath(projection)).attr('fill', '#ccd');
  group = svg.append('g');
  update(dots);
}
