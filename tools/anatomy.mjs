/* global document */
// Names the parts of a live map around it, with lines that lead to them: for the README's picture of what can be themed.

/** Width in CSS pixels of the element, and of the names on either side. */
export const MAP_WIDTH = 700;
export const SIDE = 250;

/**
 * By side: a part, the properties that paint it, and where to point: at a share of its box, of the outermost if there are
 * several, or at a share of the map's box.
 */
export const NAMES = {
  left: [
    { part: 'count', properties: ['text', 'font'], at: [0, 0.35] },
    { part: 'status', properties: ['muted'], at: [0, 0.5] },
    { part: 'cluster', properties: ['visitor'], at: [0, 0.5] },
    { part: 'payment', properties: ['payment'], at: [0, 0.5] },
    { part: 'land', properties: ['land'], point: [0.23, 0.3] },
    { part: 'borders', properties: ['border'], point: [0.3185, 0.82] },
    { part: 'map', properties: ['surface', 'radius'], at: [0, 0.52] },
    { part: 'sea', properties: ['sea'], point: [0.15, 0.75] },
    { part: 'ticker-row', properties: [], at: [0, 0.5] },
    { part: 'event', properties: ['event'], at: [0, 0.5] },
  ],
  right: [
    { part: 'pause', properties: [], at: [0.5, 0] },
    { part: 'list', properties: [], at: [1, 0.5] },
    { part: 'customers', properties: ['customer'], at: [1, 0.5] },
    { part: 'visitors', properties: ['visitor', 'dot-size'], at: [1, 0.5] },
    { part: 'graticule', properties: ['graticule'], point: [0.915, 0.157] },
    { part: 'tooltip', properties: ['surface', 'radius'], at: [1, 0.7] },
    { part: 'zoom', properties: [], at: [1, 0.5] },
    { part: 'ticker-time', properties: ['muted'], at: [1, 0.5] },
    { part: 'ticker', properties: [], at: [1, 0.95] },
  ],
};

/** Draws names and lines; runs in the page, which has the map in `main`. */
export function annotate({ names, side }) {
  const SVG = 'http://www.w3.org/2000/svg';
  const LINE = 18;
  const GAP = 5;
  const element = document.querySelector('datafast-live-map');
  const { width, height } = document.body.getBoundingClientRect();
  const map = element.shadowRoot.querySelector('.map').getBoundingClientRect();
  const spotOf = ({ part, at, point }, isLeft) => {
    if (point) return [map.x + point[0] * map.width, map.y + point[1] * map.height];
    const boxes = [...element.shadowRoot.querySelectorAll(`[part~="${part}"]`)].map((node) =>
      node.getBoundingClientRect(),
    );
    const [box] = boxes.sort((a, b) => (isLeft ? a.x - b.x : b.right - a.right));
    return [box.x + at[0] * box.width + (isLeft ? -GAP : GAP) * (at[0] !== 0.5), box.y + at[1] * box.height];
  };
  const make = (name, attributes, parent) => {
    const node = document.createElementNS(SVG, name);
    for (const [attribute, value] of Object.entries(attributes)) node.setAttribute(attribute, value);
    return parent.appendChild(node);
  };
  const svg = make('svg', { class: 'lines', width, height }, document.body);
  for (const [where, list] of Object.entries(names)) {
    const isLeft = where === 'left';
    const labels = list
      .map((name) => ({ ...name, spot: spotOf(name, isLeft), room: LINE * (name.properties.length + 1.5) }))
      .sort((a, b) => a.spot[1] - b.spot[1]);
    // Each beside its spot, or below the one before; what has no room at the foot moves up.
    labels.reduce((least, label) => (label.y = Math.max(label.spot[1], least)) + label.room, 0);
    labels.reduceRight((limit, label) => (label.y = Math.min(label.y, limit - label.room)), height + LINE);
    for (const { part, properties, spot, y } of labels) {
      const box = document.createElement('div');
      box.className = `label ${where}`;
      box.style.top = `${y}px`;
      box.innerHTML = `<b>${part}</b>${properties.map((name) => `<span>--live-map-${name}</span>`).join('')}`;
      document.body.append(box);
      const from = isLeft ? side - 10 : width - side + 10;
      const knee = isLeft ? from + 14 : from - 14;
      make('path', { d: `M${from} ${y}H${knee}L${spot.join(' ')}` }, svg);
      make('circle', { cx: spot[0], cy: spot[1], r: 2.5 }, svg);
    }
  }
}
