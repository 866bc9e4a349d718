// Names the parts of a live map around it, with lines that lead to them: for the README's picture of what can be themed.

type Position = readonly [x: number, y: number];

type Target =
  /** A share of its box, of the outermost if there are several. */
  | { at: Position }
  /** A share of the map's box. */
  | { point: Position };

/** A part, the properties that paint it, and the target of its line. */
type PartName = { part: string; properties: readonly string[] } & Target;

type Names = Readonly<Record<'left' | 'right', readonly PartName[]>>;

/** Width in CSS pixels of the element, and of the names on either side. */
export const MAP_WIDTH: number = 700;
export const SIDE: number = 250;

export const NAMES: Names = {
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
export function annotate({ names, side }: { names: Names; side: number }): void {
  const SVG = 'http://www.w3.org/2000/svg';
  const LINE = 18;
  const GAP = 5;
  const root = document.querySelector('datafast-live-map')?.shadowRoot;
  const map = root?.querySelector('.map')?.getBoundingClientRect();
  if (!root || !map) throw new Error('Expected a live map on the page.');
  const { width, height } = document.body.getBoundingClientRect();
  const spotOf = (name: PartName, isLeft: boolean): Position => {
    if ('point' in name) return [map.x + name.point[0] * map.width, map.y + name.point[1] * map.height];
    const { part, at } = name;
    const boxes = Array.from(root.querySelectorAll(`[part~="${part}"]`), (node) => node.getBoundingClientRect());
    const [box] = boxes.sort((a, b) => (isLeft ? a.x - b.x : b.right - a.right));
    if (!box) throw new Error(`Expected a part "${part}".`);
    const gap = at[0] === 0.5 ? 0 : isLeft ? -GAP : GAP;
    return [box.x + at[0] * box.width + gap, box.y + at[1] * box.height];
  };
  const make = (name: string, attributes: Record<string, string | number>, parent: Element): Element => {
    const node = document.createElementNS(SVG, name);
    for (const [attribute, value] of Object.entries(attributes)) node.setAttribute(attribute, String(value));
    return parent.appendChild(node);
  };
  const svg = make('svg', { class: 'lines', width, height }, document.body);
  for (const [where, list] of Object.entries(names)) {
    const isLeft = where === 'left';
    const labels = list
      .map((name) => ({ ...name, spot: spotOf(name, isLeft), room: LINE * (name.properties.length + 1.5), y: 0 }))
      .sort((a, b) => a.spot[1] - b.spot[1]);
    // Each beside its spot, or below the one before; those without room at the foot move up.
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
