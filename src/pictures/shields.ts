import { formatNumber } from '../i18n/intl.ts';
import { message } from '../i18n/messages.ts';
import { PALETTE } from '../palette/palette.ts';
import type { PublishedSnapshot } from '../protocol/published.ts';

/** What shields.io draws a badge of: https://shields.io/badges/endpoint-badge. It refuses fields that it does not know. */
export interface ShieldsBadge {
  schemaVersion: 1;
  label: string;
  message: string;
  color: string;
  isError?: true;
  /** shields.io keeps a badge for 300 s at least; an own Shields may keep it for less. */
  cacheSeconds: number;
}

/** @param snapshot `null`: there is none. @param refreshSeconds When there may be another one. */
export function shieldsBadge(snapshot: PublishedSnapshot | null, refreshSeconds: number): ShieldsBadge {
  const count = snapshot?.data.count ?? null;
  const isKnown = count !== null;
  return {
    schemaVersion: 1,
    label: message('en', 'label').toLowerCase(),
    message: isKnown ? formatNumber('en', count) : message('en', 'unknown'),
    color: isKnown ? PALETTE.visitor[0] : 'lightgrey',
    ...(!isKnown && { isError: true }),
    cacheSeconds: Math.ceil(refreshSeconds),
  };
}
