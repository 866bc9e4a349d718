import type { Location } from '../protocol/types.ts';

/** Where the inhabited land, and with it the map, ends. */
const SOUTH_END = -55.5;

interface People {
  visitors: readonly { latitude: number | null; location: Pick<Location, 'countryCode'> }[];
}

/** Whether a visitor is in Antarctica, which is drawn only then. */
export function needsAntarctic({ visitors }: People): boolean {
  return visitors.some(({ latitude, location }) => (latitude ?? 0) < SOUTH_END || location.countryCode === 'AQ');
}
