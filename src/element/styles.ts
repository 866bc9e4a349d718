import type { CSSResult } from '@lit/reactive-element';
import { reset } from '../styles/reset.ts';
import { tokens } from '../styles/tokens.ts';
import { headerStyles } from '../layers/header.styles.ts';
import { mapStyles } from '../layers/map.styles.ts';
import { tickerStyles } from '../layers/ticker.styles.ts';
import { layoutStyles } from './layout.styles.ts';
import { printStyles } from './print.styles.ts';

/** All styles of the element. Print overrides the others. */
export const liveMapStyles: CSSResult[] = [
  tokens,
  reset,
  layoutStyles,
  headerStyles,
  mapStyles,
  tickerStyles,
  printStyles,
];
