// It knows no points: land only.
import SvgMap from 'svgmap';
import 'svgmap/style.min';

export const name = 'svgmap 2.20 (land only, no points)';
export const noDots = true;

export function mount(host) {
  host.append(Object.assign(document.createElement('div'), { id: 'svgMap' }));
  const data = { data: { visits: { name: 'Visitors' } }, applyData: 'visits', values: { US: { visits: 1 } } };
  new SvgMap({ targetElementID: 'svgMap', data });
}

export function update() {}
