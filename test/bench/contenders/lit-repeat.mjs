// What a plain component of Lit and d3-geo does: repeat() with a <circle> for each visitor, in a shadow tree.
import { LitElement, html, svg } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { geoNaturalEarth1, geoPath } from 'd3-geo';
import { landCollection } from '../shared/land.mjs';

export const name = 'lit repeat() + d3-geo (naive)';

const projection = geoNaturalEarth1().fitSize([960, 500], { type: 'Sphere' });

const circle = ({ lon, lat }) => {
  const [x, y] = projection([lon, lat]);
  return svg`<circle r="2" cx=${x} cy=${y}></circle>`;
};

class PlainMap extends LitElement {
  static properties = { dots: { attribute: false } };

  land = geoPath(projection)(landCollection());

  render() {
    return html`<svg width="960" height="500">
      <path d=${this.land} fill="#ccd"></path>
      <g fill="#e33">${repeat(this.dots, ({ id }) => id, circle)}</g>
    </svg>`;
  }
}
customElements.define('plain-map', PlainMap);

let element;

export async function mount(host, dots) {
  element = document.createElement('plain-map');
  element.dots = dots;
  host.append(element);
  await element.updateComplete;
}

export async function update(dots) {
  element.dots = dots;
  await element.updateComplete;
}
