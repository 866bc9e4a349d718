import { WINDOW_SECONDS } from '../protocol/window.ts';
import type { Arrival } from './arrivals.ts';
import type { City } from './cities.ts';
import { chooseSystem, createNickname, createPerson, type SimulatedSystem, type Person } from './people.ts';
import { hash, hex, randomFrom, type Random } from './random.ts';
import {
  chooseGoal,
  choosePages,
  choosePrice,
  chooseSource,
  LEAST_PAGES_TO_BUY,
  type Price,
  type Source,
} from './site.ts';

/** How long a visitor stays listed after the last activity, as documented. */
export const WINDOW_MS: number = WINDOW_SECONDS * 1000;
const SHORTEST_MS = 30_000;
export const LONGEST_MS = 900_000;
/** Most sessions are short: a uniform number to this power, between the shortest and the longest. */
const SHORTNESS = 3;
/** How long a visitor is listed on average, first to last activity and the window after it. */
export const MEAN_PRESENCE_MS: number = SHORTEST_MS + (LONGEST_MS - SHORTEST_MS) / (SHORTNESS + 1) + WINDOW_MS;

const CUSTOMER_SHARE = 0.08;
/** Of customers and of others: how many pay before they go, where people buy as in a shop window. */
const BUYERS_AMONG_CUSTOMERS = 0.6;
const BUYERS_AMONG_OTHERS = 0.055;
const TRIAL_SHARE = 0.3;
const RENEWAL_SHARE = 0.5;
const PROFILE_SHARE = 0.06;
const NICKNAME_SHARE = 0.3;

/** How much of a visitor's place a geo-IP database knows, and how many of 1,000 are known no better. */
const BLURRED: readonly (readonly [known: LocationDetail, perMille: number])[] = [
  ['nothing', 25],
  ['country', 65],
  ['region', 120],
];
export type LocationDetail = 'city' | 'region' | 'country' | 'nothing';

/** Something that the visitor did. */
export interface SessionActivity {
  at: number;
  type: 'pageview' | 'custom' | 'payment';
  page: string;
  /** Of a custom activity: the goal's name. */
  goal: string | null;
  amount: number | null;
}

/** One person's visit, from the first page to the last activity: all of it, also what is still to come. */
export interface Session {
  key: number;
  visitorId: string;
  start: number;
  end: number;
  city: City;
  known: LocationDetail;
  machine: SimulatedSystem;
  source: Source;
  visitCount: number;
  /** The site's own profile of the visitor. */
  person: Person | null;
  nickname: string | null;
  /** From when on the visitor is a customer: long before, with the payment, or never. */
  customerFrom: number;
  /** In order of time. */
  activities: SessionActivity[];
  payment: Payment | null;
}

interface Payment extends Price {
  at: number;
  /** A customer's later payment. */
  renewal: boolean;
}

/**
 * The session of an arrival, if its visitor is listed at this time.
 * @param appetite Inclination to buy, 0 to 1.
 */
export function sessionAt(now: number, { key, at: start, chooseCity }: Arrival, appetite: number): Session | null {
  const random = randomFrom(key);
  const duration = SHORTEST_MS + Math.floor((LONGEST_MS - SHORTEST_MS) * random() ** SHORTNESS);
  const end = start + duration;
  // Nothing else is drawn for the many who are gone.
  if (end + WINDOW_MS <= now) return null;

  const city = chooseCity(random);
  const isCustomer = random() < CUSTOMER_SHARE;
  const buys = random() < appetite * (isCustomer ? BUYERS_AMONG_CUSTOMERS : BUYERS_AMONG_OTHERS);
  const source = chooseSource(random);
  const length = Math.max(1 + Math.round((duration / 60_000) * (0.6 + 0.8 * random())), buys ? LEAST_PAGES_TO_BUY : 1);
  const pages = choosePages(random, { length, buys, isCustomer, source });
  const payment = buys ? choosePayment(random, city, isCustomer, end) : null;
  const becomesCustomer = payment !== null && payment.amount > 0;
  const isKnown = buys || isCustomer || random() < PROFILE_SHARE;
  return {
    key,
    visitorId: uuid(key, start),
    start,
    end,
    city,
    known: chooseKnown(random),
    machine: chooseSystem(random),
    source,
    visitCount: isCustomer ? 3 + Math.floor(random() * 40) : 1 + Math.floor(random() ** 3 * 8),
    person: isKnown ? createPerson(random) : null,
    nickname: !isKnown && random() < NICKNAME_SHARE ? createNickname(random) : null,
    customerFrom: isCustomer ? start : becomesCustomer ? payment.at : Infinity,
    activities: activitiesOf(random, pages, start, end, payment),
    payment,
  };
}

/** Customers pay for what they have or for more; of the others some begin with a free trial. */
function choosePayment(random: Random, city: City, isCustomer: boolean, at: number): Payment {
  const price = choosePrice(random, city.countryCode);
  return isCustomer
    ? { ...price, at, renewal: random() < RENEWAL_SHARE }
    : { ...price, at, renewal: false, amount: random() < TRIAL_SHARE ? 0 : price.amount };
}

/** Pages evenly spread with some jitter, the first at the start and the last at the end; goals soon after their page. */
function activitiesOf(
  random: Random,
  pages: readonly string[],
  start: number,
  end: number,
  payment: Payment | null,
): SessionActivity[] {
  const activities: SessionActivity[] = [];
  const gap = (end - start) / Math.max(1, pages.length - 1);
  pages.forEach((page, index) => {
    const inner = index > 0 && index < pages.length - 1;
    const at = start + Math.round(gap * (index + (inner ? 0.6 * random() - 0.3 : 0)));
    activities.push({ at, type: 'pageview', page, goal: null, amount: null });
    const goal = chooseGoal(random, page);
    // Less than the least gap between two pages, which is 0.4 of the mean one.
    const delay = Math.min(Math.round((0.1 + 0.25 * random()) * gap), 20_000);
    if (goal) activities.push({ at: Math.min(at + delay, end), type: 'custom', page, goal, amount: null });
  });
  // Not every shop also sends its payments as events: the others can be placed by name or address alone.
  if (payment && random() < 0.7) {
    activities.push({ at: end, type: 'payment', page: pages.at(-1) ?? '/', goal: null, amount: payment.amount });
  }
  return activities;
}

function chooseKnown(random: Random): LocationDetail {
  const perMille = random() * 1000;
  return BLURRED.find(([, most]) => perMille < most)?.[0] ?? 'city';
}

function uuid(key: number, start: number): string {
  const digits = hex(hash(key, 1), start, 32);
  return `${digits.slice(0, 8)}-${digits.slice(8, 12)}-4${digits.slice(13, 16)}-a${digits.slice(17, 20)}-${digits.slice(20)}`;
}
