import { indexNear } from './follow.ts';
import { fields, type Fields } from './read.ts';
import type { Precision, Visitor } from './types.ts';

interface Entry<Row> {
  row: Row | null;
  /** The answer that it was last in. */
  answer: number;
}

/**
 * Rows by id: those of this answer, so that none is taken twice, and those of the answer before, so that one of which
 * nothing new is told stays the very same object and costs a comparison only.
 */
export class Memory<Row> {
  readonly #entries = new Map<string, Entry<Row>>();
  /** The answer before, in its order, and how far this one has followed it. */
  #before: Listed<Row> = { ids: [], entries: [] };
  #next = 0;
  #now: Listed<Row> = { ids: [], entries: [] };
  #answer = 0;

  /** Another answer begins. */
  begin(): void {
    this.#answer++;
    this.#before = this.#now;
    this.#next = 0;
    this.#now = { ids: [], entries: [] };
  }

  /** The row's entry, a new one or that of the answer before; `null` where this answer has had the id. */
  enter(id: string): Entry<Row> | null {
    const index = indexNear(this.#before.ids, this.#next, id);
    if (index >= 0) this.#next = index + 1;
    let entry = this.#before.entries[index] ?? this.#entries.get(id);
    if (entry?.answer === this.#answer) return null;
    if (!entry) this.#entries.set(id, (entry = { row: null, answer: 0 }));
    entry.answer = this.#answer;
    this.#now.ids.push(id);
    this.#now.entries.push(entry);
    return entry;
  }

  /** Forgets what this answer did not have. */
  end(): void {
    const { ids, entries } = this.#before;
    entries.forEach(({ answer }, index) => {
      if (answer !== this.#answer) this.#entries.delete(ids[index] ?? '');
    });
  }
}

interface Listed<Row> {
  ids: string[];
  entries: Entry<Row>[];
}

/** Whether a row is what a visitor was parsed from; where it takes more than a comparison to tell, it is not. */
export function tellsTheSame(row: Fields, visitor: Visitor): boolean {
  const { location, system, profileData } = visitor;
  const place = fields(row.location);
  const machine = fields(row.system);
  const profile = fields(row.profileData);
  return (
    // Somebody may have changed the very object.
    row !== (visitor as unknown) &&
    isSame(row.latitude, visitor.latitude) &&
    isSame(row.longitude, visitor.longitude) &&
    isSame(row.currentUrl, visitor.currentUrl) &&
    (row.precision === visitor.precision || (row.precision === undefined && isImplied(visitor.precision))) &&
    (row.isCustomer ?? false) === visitor.isCustomer &&
    isSame(place?.city, location.city) &&
    isSame(place?.region, location.region) &&
    isSame(place?.countryCode, location.countryCode) &&
    isSame(machine?.browser, system.browser) &&
    isSame(machine?.os, system.os) &&
    isSame(machine?.device, system.device) &&
    isSame(row.sessionStartTime, visitor.sessionStartTime) &&
    isSame(row.visitCount, visitor.visitCount) &&
    isSame(row.referrer, visitor.referrer) &&
    isSame(row.customerName, visitor.customerName) &&
    isSame(row.customerEmail, visitor.customerEmail) &&
    isSame(profile?.displayName, profileData.displayName) &&
    isSame(profile?.userId, profileData.userId) &&
    (profile?.hasProfile ?? false) === profileData.hasProfile &&
    (profile?.isRandomName ?? false) === profileData.isRandomName &&
    isSame(row.conversionLikelihood, visitor.conversionLikelihood)
  );
}

/** Without a word on it, the one or the other follows from the coordinates, which are compared too. */
function isImplied(precision: Precision): boolean {
  return precision === 'coordinates' || precision === 'none';
}

function isSame(value: unknown, known: unknown): boolean {
  return value === known || (known === null && value === undefined);
}
