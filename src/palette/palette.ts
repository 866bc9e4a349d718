/** A colour in the light and in the dark. */
export type Shades = readonly [light: string, dark: string];

export type ColourName =
  | 'surface'
  | 'sea'
  | 'land'
  | 'border'
  | 'graticule'
  | 'text'
  | 'muted'
  | 'visitor'
  | 'customer'
  | 'event'
  | 'payment';

/** Every colour of the map, wherever it is drawn: by the element on a page, by the proxy as a picture. */
export const PALETTE: Readonly<Record<ColourName, Shades>> = {
  surface: ['#ffffff', '#0b0f16'],
  sea: ['transparent', 'transparent'],
  land: ['#dfe3e8', '#232b38'],
  border: ['#c3cad3', '#394556'],
  graticule: ['#e3e7ec', '#1c2430'],
  text: ['#10151d', '#f1f4f8'],
  muted: ['#535e6c', '#9aa6b5'],
  visitor: ['#1d5fd1', '#6aa8ff'],
  customer: ['#7a3fc4', '#c39bff'],
  event: ['#9a5b00', '#f0b35a'],
  payment: ['#0b7a4b', '#4cd29a'],
};
