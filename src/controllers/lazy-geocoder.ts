import { locate, type Country } from '../geocode/locate.ts';
import type { Pack } from '../geocode/pack.ts';
import { Places } from '../geocode/places.ts';
import { geocodeQueryOf } from '../geocode/geocode-query.ts';
import { Regions } from '../geocode/regions.ts';
import type { Shards } from '../geocode/pack.ts';
import { shardOf } from '../geocode/shards.ts';
import { isNamed } from '../geocode/visitor-place.ts';
import type { Visitor } from '../protocol/types.ts';
import { Lazy } from './lazy.ts';

/** A country: its largest places, and all that there is to know, when it is there. `null`: there is no more. */
interface Chapter {
  first: Country;
  whole: Lazy<Country> | null;
}

/** A located visitor, by what was known of the country then. */
interface Entry {
  placed: Visitor;
  country: Country;
  isFinal: boolean;
}

/**
 * The largest places of the world, by name, and a country's further ones as soon as one is not among the largest. It is
 * fetched when a visitor's place is known by its name only.
 */
export class LazyGeocoder {
  /** How often there was more to know. */
  revision = 0;
  readonly #hot: Pack;
  readonly #shards: Shards | undefined;
  readonly #chapters = new Map<string, Chapter>();
  readonly #entries = new WeakMap<Visitor, Entry>();

  /** @param hot The largest places of all countries. @param shards Where further ones are. */
  constructor(hot: Pack, shards?: Shards) {
    this.#hot = hot;
    this.#shards = shards;
  }

  /**
   * The same visitors; those whose place is known by its name only get coordinates, as precise as the name allows.
   *
   * @param onArrival A request has ended: where more is known the same question has another answer.
   */
  locate(visitors: readonly Visitor[], onArrival: () => void): Visitor[] {
    return visitors.map((visitor) => (isNamed(visitor) ? this.#placed(visitor, onArrival) : visitor));
  }

  #placed(visitor: Visitor, onArrival: () => void): Visitor {
    const { code, city, region } = geocodeQueryOf(visitor.location);
    const { first, whole } = this.#chapterOf(code);
    const country = whole?.value ?? first;
    let entry = this.#entries.get(visitor);
    if (entry?.country !== country) {
      const found = locate(country, city, region);
      entry = { placed: found ? { ...visitor, ...found.answer } : visitor, country, isFinal: found?.isFinal ?? false };
      this.#entries.set(visitor, entry);
    }
    if (!entry.isFinal) whole?.request(onArrival);
    return entry.placed;
  }

  #chapterOf(code: string): Chapter {
    let chapter = this.#chapters.get(code);
    if (!chapter) this.#chapters.set(code, (chapter = this.#open(code)));
    return chapter;
  }

  #open(code: string): Chapter {
    const regions = new Regions(this.#hot.REGIONS[code] ?? '');
    const places = new Places(this.#hot.PLACES[code] ?? '', regions);
    const load = shardOf(code, this.#shards);
    const readAll = async (): Promise<Country> => {
      const text = (await load?.()) ?? '';
      this.revision++;
      return { regions, places: [places, new Places(text, regions)] };
    };
    return {
      first: { regions, places: [places] },
      whole: load ? new Lazy(`smaller places of ${code}`, readAll) : null,
    };
  }
}
