import type { CSSResult } from '@lit/reactive-element';
import { motion } from '../styles/motion.ts';
import { reset } from '../styles/reset.ts';
import { tokens } from '../styles/tokens.ts';
import { headerStyles } from '../layers/header.styles.ts';
import { mapStyles } from '../layers/map.styles.ts';
import { tableStyles } from '../layers/table.styles.ts';
import { tickerStyles } from '../layers/ticker.styles.ts';
import { zoomStyles } from '../layers/zoom.styles.ts';
import { layoutStyles } from './layout.styles.ts';
import { printStyles } from './print.styles.ts';

/** All styles of the element. Motion and print override the others. */
export const liveMapStyles: CSSResult[] = [
  tokens,
  reset,
  layoutStyles,
  headerStyles,
  mapStyles,
  zoomStyles,
  tickerStyles,
  tableStyles,
  motion,
  printStyles,
];
