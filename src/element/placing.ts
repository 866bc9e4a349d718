import type { ReactiveControllerHost } from 'lit';
import type { Gazetteer } from '../controllers/gazetteer.ts';
import { Lazy } from '../controllers/lazy.ts';
import { isNamed } from '../geocode/visitor-place.ts';
import type { SnapshotData } from '../protocol/types.ts';
import { memo } from './memo.ts';

/** Most proxies have placed everybody: nobody needs it then. */
const gazetteer = new Lazy('places by name', async () => {
  const [{ Gazetteer }, hot] = await Promise.all([
    import('../controllers/gazetteer.ts'),
    import('../geocode/hot.data.ts'),
  ]);
  return new Gazetteer(hot);
});

/** Where people are whose place is told by its name alone. What is drawn knows it; the snapshot stays as it came. */
export class Placing {
  readonly #onArrival: () => void;
  readonly #isWanted = memo(({ visitors }: SnapshotData) => visitors.some(isNamed));
  readonly #placed = memo((_revision: number, data: SnapshotData, known: Gazetteer) => {
    return { ...data, visitors: known.place(data.visitors, this.#onArrival) };
  });

  constructor(host: ReactiveControllerHost) {
    this.#onArrival = () => {
      host.requestUpdate();
    };
  }

  /** The data with places as far as they are known. What is missing is fetched, or asked for again where that failed. */
  of(data: SnapshotData): SnapshotData {
    if (!this.#isWanted(data)) return data;
    gazetteer.want(this.#onArrival);
    const { value } = gazetteer;
    return value ? this.#placed(value.revision, data, value) : data;
  }
}
