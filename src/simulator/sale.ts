import type { Arrival } from './arrivals.ts';
import { createPerson, type Person } from './people.ts';
import { hash, hex, randomFrom } from './random.ts';
import type { Session } from './session.ts';
import { choosePrice, type Price } from './site.ts';
import type { AnswerPayment } from './types.ts';

/** Money that came in. */
export interface Sale extends Price {
  key: number;
  at: number;
  person: Person;
  renewal: boolean;
}

/** What the visitor of this session pays in the end; `null` for those who only look. */
export function saleOf({ key, payment, person }: Session): Sale | null {
  return payment && person && { ...payment, key: hash(key, 2), person };
}

/** A subscription's later payment. Its payer is not on the site. */
export function renewalOf({ key, at, chooseCity }: Arrival): Sale {
  const random = randomFrom(key);
  const price = choosePrice(random, chooseCity(random).countryCode);
  return { ...price, key, at, person: createPerson(random), renewal: true };
}

export function paymentRow({ key, at, person, amount, currency, renewal }: Sale): AnswerPayment {
  return {
    _id: hex(key, at, 24),
    type: 'payment_received',
    timestamp: new Date(at).toISOString(),
    name: person.name,
    email: person.email,
    amount,
    currency,
    renewal,
    displayName: key % 2 ? person.displayName : null,
    isNew: !renewal,
    // Shop owners can hide a payment.
    visible: key % 40 !== 0,
  };
}
