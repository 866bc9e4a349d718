import { Lazy } from '../controllers/lazy.ts';
import type { LazyGeocoder } from '../controllers/lazy-geocoder.ts';
import { isNamed, needsCountryPoint, type CountryPointOf } from '../geocode/visitor-place.ts';
import type { Visitor } from '../protocol/types.ts';
import { memo } from '../controllers/memo.ts';

/** A proxy places most visitors; few pages need these. */
const geocoder = new Lazy<LazyGeocoder>('places by name', async () => {
  const [{ LazyGeocoder }, hot] = await Promise.all([
    import('../controllers/lazy-geocoder.ts'),
    import('../geocode/hot.data.ts'),
  ]);
  return new LazyGeocoder(hot);
});
const countries = new Lazy('places by country', () => import('../geocode/country-points.ts'));

const pendingPoint: CountryPointOf = () => undefined;
const unknownPoint: CountryPointOf = () => null;

/** Finds the places of visitors who are known by the name of a place, or by country, only. */
export class VisitorLocator {
  readonly #onArrival: () => void;
  readonly #hasNamed = memo((visitors: readonly Visitor[]) => visitors.some(isNamed));
  readonly #hasCountryOnly = memo((visitors: readonly Visitor[]) => visitors.some(needsCountryPoint));
  readonly #located = memo((_revision: number, visitors: readonly Visitor[], known: LazyGeocoder) =>
    known.locate(visitors, this.#onArrival),
  );

  /** @param onArrival More places are known. */
  constructor(onArrival: () => void) {
    this.#onArrival = onArrival;
  }

  /** Another function once the points of countries are there, or could not be fetched. */
  get countryPoint(): CountryPointOf {
    return countries.value?.countryPoint ?? (countries.isMissing ? unknownPoint : pendingPoint);
  }

  /** The visitors with their places, as far as these are known. What is missing for them is requested. */
  locate(visitors: readonly Visitor[]): readonly Visitor[] {
    if (this.#hasCountryOnly(visitors)) countries.request(this.#onArrival);
    if (!this.#hasNamed(visitors)) return visitors;
    geocoder.request(this.#onArrival);
    const { value } = geocoder;
    return value ? this.#located(value.revision, visitors, value) : visitors;
  }
}
