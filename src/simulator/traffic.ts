import { CITIES, type City } from './cities.ts';
import { weightedChoice, type Random } from './random.ts';

/** One hour of the day (UTC) of a site that is read all over the world. */
export interface Hour {
  /** Visits relative to the busiest hour, 0 to 1. */
  volume: number;
  /** A city whose people are up. */
  chooseCity: (random: Random) => City;
}

const HOUR_MS = 3_600_000;

/** The daily wave follows from who is awake where: 24 hours, UTC. A steady one has as many visits in each. */
export function hourlyTraffic(steady = false): readonly Hour[] {
  const hours = Array.from({ length: 24 }, (_, hour) => {
    const entries = CITIES.map((city) => [city, city.weight * awake(hour + 0.5 + city.longitude / 15)] as const);
    return { total: entries.reduce((sum, [, weight]) => sum + weight, 0), chooseCity: weightedChoice(entries) };
  });
  const busiest = Math.max(...hours.map(({ total }) => total));
  return hours.map(({ total, chooseCity }) => ({ volume: steady ? 1 : total / busiest, chooseCity }));
}

export function hourAt(wave: readonly Hour[], now: number): Hour {
  const hour = wave.at(Math.floor(now / HOUR_MS) % 24);
  if (!hour) throw new RangeError(`Got a wave of ${wave.length} hours, expected 24.`);
  return hour;
}

/** Share of people online by solar time: fewest at 4 in the morning, most at 4 in the afternoon. */
function awake(localHour: number): number {
  return 0.1 + 0.9 * (0.5 - 0.5 * Math.cos((2 * Math.PI * (localHour - 4)) / 24)) ** 1.3;
}
