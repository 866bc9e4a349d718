import type { Payment, Visitor, VisitorEvent } from '../../src/protocol/types.ts';

/** A value that has to keep its form, so that it is read at all. */
class Kept {
  readonly value: unknown;
  constructor(value: unknown) {
    this.value = value;
  }
}
const kept = (value: unknown): Kept => new Kept(value);

/** A text made of several canaries. */
type Composed = (canary: (name: string) => string) => string;

const canary = (name: string): string => `canary-${name.replace(/^answer-(data-)?/, '')}`;

/** All fields that the upstream documents of a row, and others: one that is missing is a compile error. */
type Every<Row> = Record<Exclude<keyof Row, 'latitude' | 'longitude' | 'precision'>, unknown> & Record<string, unknown>;

/** The documented answer, in both of its versions. "" becomes a canary that is named after its position. */
const TEMPLATE = {
  status: kept('success'),
  message: '',
  meta: { idEpoch: '', generatedAt: kept('2020-01-01T00:00:00Z') },
  data: {
    count: 1,
    visitors: [
      {
        visitorId: '',
        location: { city: '', region: '', countryCode: kept('US'), postal: '' },
        system: { browser: { name: '', version: '' }, os: { name: '' }, device: { type: '', model: '' } },
        currentUrl: ((c) =>
          `https://${c('user')}:${c('password')}@${c('host')}.example/${c('page')}?${c('query')}#${c('fragment')}`) as Composed,
        referrer: ((c) =>
          `https://${c('referrer-host')}.example/${c('referrer-page')}?${c('referrer-query')}`) as Composed,
        sessionStartTime: kept('2026-11-23T11:58:00.000Z'),
        visitCount: 777_001,
        params: { ref: '', source: '', via: '', utm_source: '', utm_medium: '', utm_campaign: '', utm_term: '' },
        latitude: 39.7392358,
        longitude: -104.990251,
        precision: kept('city'),
        isCustomer: true,
        customerName: '',
        customerEmail: '',
        profileData: { displayName: '', userId: '', hasProfile: true, isRandomName: false, avatar: '' },
        conversionLikelihood: {
          score: 77,
          confidence: 0.7,
          dimensionMatches: [''],
          raw: { expectedValue: 7, note: '' },
        },
        ip: '',
      } satisfies Every<Visitor>,
    ],
    conversionMetrics: { baselineConversionRate: 0.07, note: '' },
    hasConversionPredictions: true,
    recentEvents: [
      {
        _id: '',
        type: '',
        visitorId: '',
        timestamp: kept('2026-11-23T11:59:00.000Z'),
        path: ((c) => `/${c('event-page')}?${c('event-query')}`) as Composed,
        countryCode: kept('US'),
        extraData: { eventName: '', name: '', email: '', image: '' },
        referrer: ((c) => `${c('event-referrer-host')}.example/${c('event-referrer-page')}`) as Composed,
        customerName: '',
        displayName: '',
        amount: 5,
      } satisfies Every<VisitorEvent>,
    ],
    recentPayments: [
      {
        _id: '',
        type: '',
        timestamp: kept('2026-11-23T11:59:30.000Z'),
        name: '',
        email: '',
        displayName: '',
        amount: 29.99,
        currency: kept('USD'),
        renewal: true,
        visible: true,
      } satisfies Every<Payment>,
    ],
  },
};

/**
 * The documented answer, in which every text is a canary ("canary-visitors-location-city"), and which has
 * undocumented fields at every depth, with canaries as their names and values.
 *
 * @param isFormless Also what has a form, as times and codes do, is a canary.
 */
export function canaryAnswer(isFormless = false): unknown {
  const plant = (value: unknown, name: string): unknown => {
    if (value instanceof Kept) return isFormless ? canary(`${name}-form`) : value.value;
    if (value === '') return canary(name);
    if (typeof value === 'function') return (value as Composed)(canary);
    if (Array.isArray(value)) return [...value.map((item) => plant(item, name)), canary(`${name}-stray`)];
    if (typeof value !== 'object' || value === null) return value;
    const known = Object.entries(value).map(
      ([key, inner]) => [key, plant(inner, `${name}-${key}`.toLowerCase())] as const,
    );
    return {
      ...Object.fromEntries(known),
      [canary(`${name}-key`)]: canary(`${name}-value`),
      unknown: [canary(`${name}-item`), { deep: canary(`${name}-deep`) }, 777_002],
    };
  };
  const planted = plant(TEMPLATE, 'answer') as { status: string };
  return { ...planted, status: 'success' };
}

/** Names of the canaries in a text, each once, in order. */
export function canariesIn(text: string): string[] {
  const found = Array.from(text.matchAll(/canary-([\w-]+)/gi), ([, name = '']) => name.toLowerCase());
  return Array.from(new Set(found)).sort();
}
