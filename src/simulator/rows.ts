import { hash, hex, randomFrom } from './random.ts';
import type { SessionActivity, Session } from './session.ts';
import type { AnswerEvent, AnswerLikelihood, AnswerVisitor } from './types.ts';

export const BASELINE_RATE = 0.021;
export const BASELINE_VALUE = 34.5;
const NO_PARAMS = {
  ref: null,
  source: null,
  via: null,
  utm_source: null,
  utm_medium: null,
  utm_campaign: null,
  utm_content: null,
  utm_term: null,
};

/** A visitor as version B of the documentation has it: names of browser, system and device, and no coordinates. */
export function plainVisitorRow(session: Session, now: number): AnswerVisitor {
  return {
    visitorId: session.visitorId,
    location: location(session),
    system: session.machine,
    currentUrl: page(session, now),
    profileData: profile(session),
    conversionLikelihood: null,
  };
}

/** A visitor as version A has it. */
export function visitorRow(session: Session, now: number): AnswerVisitor {
  const { city, known, machine, source, person } = session;
  const isCustomer = session.customerFrom <= now;
  const row: AnswerVisitor = {
    visitorId: session.visitorId,
    location: location(session),
    system: { browser: { name: machine.browser }, os: { name: machine.os }, device: { type: machine.device } },
    currentUrl: page(session, now),
    referrer: source.referrer,
    sessionStartTime: new Date(session.start).toISOString(),
    visitCount: session.visitCount,
    isCustomer,
    customerName: isCustomer && person ? person.name : null,
    customerEmail: isCustomer && person ? person.email : null,
    profileData: profile(session),
    conversionLikelihood: likelihood(session, isCustomer),
  };
  // Spread into the literal, these three would cost more time than the rest of the row.
  if (source.query) row.params = { ...NO_PARAMS, ...source.params };
  if (known === 'city') {
    row.latitude = city.latitude;
    row.longitude = city.longitude;
  }
  return row;
}

function location({ city, known }: Session): AnswerVisitor['location'] {
  return {
    city: known === 'city' ? city.name : null,
    region: known === 'city' || known === 'region' ? city.region : null,
    countryCode: known === 'nothing' ? null : city.countryCode,
  };
}

function page({ activities }: Session, now: number): string | null {
  return activities.findLast(({ at, type }) => type === 'pageview' && at <= now)?.page ?? null;
}

function profile({ person, nickname }: Session): AnswerVisitor['profileData'] {
  if (person) return { displayName: person.displayName, userId: person.email, hasProfile: true, isRandomName: false };
  return nickname ? { displayName: nickname, hasProfile: false, isRandomName: true } : {};
}

/** Something that a visitor did, as version B has it: without the customer's name. */
export function plainEventRow(session: Session, activity: SessionActivity, index: number): AnswerEvent {
  const { person, nickname, city, known } = session;
  const isSignup = activity.goal === 'signup_completed';
  return {
    _id: hex(hash(session.key, 3, index), activity.at, 24),
    type: activity.type,
    visitorId: session.visitorId,
    timestamp: new Date(activity.at).toISOString(),
    path: activity.page,
    countryCode: known === 'nothing' ? null : city.countryCode,
    extraData: {
      ...(activity.goal && { eventName: activity.goal }),
      // Sites put anything here, and they do put this.
      ...(isSignup && person && { name: person.name, email: person.email, image: 'https://example.com/avatars/1.png' }),
    },
    referrer: session.source.referrer,
    amount: activity.amount,
    displayName: person ? person.displayName : nickname,
  };
}

/** As version A has it. */
export function eventRow(session: Session, activity: SessionActivity, index: number, now: number): AnswerEvent {
  const isCustomer = session.customerFrom <= now;
  return {
    ...plainEventRow(session, activity, index),
    customerName: isCustomer && session.person ? session.person.name : null,
  };
}

/** For three in four visitors; the model has nothing to say of the others. */
function likelihood({ key, machine, source }: Session, isCustomer: boolean): AnswerLikelihood | null {
  const random = randomFrom(hash(key, 4));
  if (isCustomer) return scored(100, 1, []);
  if (random() < 0.25) return null;
  const isBaseline = random() < 0.15;
  // The sum of three is bell-shaped; most people are near the baseline.
  const score = isBaseline ? 50 : Math.round((100 * (random() + random() + random())) / 3);
  const matches = ['country', 'device', 'browser'].filter(() => random() < 0.6);
  if (source.referrer) matches.push('referrer');
  return scored(
    score,
    round(0.2 + 0.75 * random(), 2),
    isBaseline ? [] : matches,
    machine.device === 'desktop' ? 1.2 : 0.8,
  );
}

function scored(score: number, confidence: number, dimensionMatches: string[], spending = 1): AnswerLikelihood {
  const conversionRate = round((BASELINE_RATE * score) / 50, 4);
  const averageValue = round(BASELINE_VALUE * spending, 2);
  return {
    score,
    confidence,
    isBaseline: score === 50,
    dimensionMatches,
    raw: { conversionRate, averageValue, expectedValue: round(conversionRate * averageValue, 2) },
  };
}

function round(value: number, digits: number): number {
  return Math.round(value * 10 ** digits) / 10 ** digits;
}
