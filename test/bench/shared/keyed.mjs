import { project, tenths } from './ne1.mjs';

const SVG = 'http://www.w3.org/2000/svg';

/**
 * An SVG element for each visitor, kept by id; that of a visitor who leaves is given to one who arrives.
 *
 * @param {Element} parent Where they stand.
 * @param {{ tag: string, attributes: object, place: (element: Element, x: number, y: number) => void }} mark
 */
export function keyedMarks(parent, { tag, attributes, place }) {
  let byId = new Map();

  const create = () => {
    const element = document.createElementNS(SVG, tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    return element;
  };

  return (dots) => {
    const next = new Map();
    const arrived = [];
    for (const dot of dots) {
      const element = byId.get(dot.id);
      if (element) {
        next.set(dot.id, element);
        byId.delete(dot.id);
      } else arrived.push(dot);
    }
    const free = [...byId.values()];
    const made = document.createDocumentFragment();
    for (const { id, lon, lat } of arrived) {
      const element = free.pop() ?? made.appendChild(create());
      const [x, y] = project(lon, lat);
      place(element, tenths(x), tenths(y));
      next.set(id, element);
    }
    for (const element of free) element.remove();
    if (made.firstChild) parent.append(made);
    byId = next;
  };
}
