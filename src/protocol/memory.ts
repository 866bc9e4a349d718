import { fields, type Fields } from './read.ts';
import type { Precision, Visitor } from './types.ts';

interface Entry<Row> {
  readonly id: string;
  row: Row | null;
  /** The answer that it was last in, and where in it. */
  answer: number;
  index: number;
}

/**
 * Rows by id: those of this answer, so that none is taken twice, and those of the answer before, so that one of which
 * nothing new is told stays the very same object and costs a comparison only.
 */
export class Memory<Row> {
  readonly #entries = new Map<string, Entry<Row>>();
  /** Those of the answer before, and how far this one has followed it: most need not be looked up. */
  #before: Entry<Row>[] = [];
  #next = 0;
  #now: Entry<Row>[] = [];
  #answer = 0;

  /** Another answer begins. */
  begin(): void {
    this.#answer++;
    this.#before = this.#now;
    this.#now = [];
    this.#next = 0;
  }

  /** The row's entry, a new one or that of the answer before; `null` where this answer has had the id. */
  enter(id: string): Entry<Row> | null {
    let entry = this.#before[this.#next];
    if (entry?.id !== id) entry = this.#entries.get(id);
    if (entry?.answer === this.#answer) return null;
    if (entry) this.#next = entry.index + 1;
    else this.#entries.set(id, (entry = { id, row: null, answer: 0, index: 0 }));
    entry.answer = this.#answer;
    entry.index = this.#now.push(entry) - 1;
    return entry;
  }

  /** Forgets what this answer did not have. */
  end(): void {
    for (const { id, answer } of this.#before) if (answer !== this.#answer) this.#entries.delete(id);
  }
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
