import type { CSSResult } from 'lit';
import { motion } from '../styles/motion.ts';
import { tokens } from '../styles/tokens.ts';
import { headerStyles } from '../view/header.styles.ts';
import { mapStyles } from '../view/map.styles.ts';
import { tableStyles } from '../view/table.styles.ts';
import { tickerStyles } from '../view/ticker.styles.ts';
import { zoomStyles } from '../view/zoom.styles.ts';
import { layoutStyles } from './layout.styles.ts';

/** All styles of the element, what moves last. */
export const liveMapStyles: CSSResult[] = [
  tokens,
  layoutStyles,
  headerStyles,
  mapStyles,
  zoomStyles,
  tickerStyles,
  tableStyles,
  motion,
];
