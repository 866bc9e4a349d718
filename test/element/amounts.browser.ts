import { expect, html } from '@open-wc/testing';
import type { DatafastLiveMap } from '../../src/index.ts';
import { NOW } from './documented.ts';
import { json, mount, part, parts, rowTexts, shows, stubProxy, textOf } from './support.ts';

const SECOND = 1000;
const at = (seconds: number): number => NOW - seconds * SECOND;

/** Visitors who have just come, and payments, from a source that is careless with times and currencies. */
function carelessAnswer(payments: object[], events: object[] = []) {
  const visitors = ['a', 'b', 'c'].map((visitorId) => ({
    visitorId,
    location: { city: 'Lisbon', region: null, countryCode: 'PT' },
    latitude: 38.72,
    longitude: -9.14,
    sessionStartTime: at(120) / SECOND,
  }));
  const recentEvents = visitors.map(({ visitorId }, index) => ({
    _id: visitorId,
    type: 'pageview',
    visitorId,
    path: `/${visitorId}`,
    timestamp: String(at(60 * index) / SECOND),
  }));
  return {
    status: 'success',
    data: { count: 3, visitors, recentEvents: [...recentEvents, ...events], recentPayments: payments },
  };
}

const payment = (_id: string, amount: unknown, currency: unknown, seconds: number) => ({
  _id,
  type: 'payment_received',
  timestamp: at(seconds) / SECOND,
  amount,
  currency,
});

async function show(body: unknown, headers: Record<string, string> = {}): Promise<DatafastLiveMap> {
  stubProxy(json(body, { headers }));
  const el = await mount(html`<datafast-live-map proxy-url="/live" ticker-size="9"></datafast-live-map>`);
  await shows(el, 'live');
  return el;
}

const ages = (el: DatafastLiveMap): string[] => parts(el, 'ticker-time').map(textOf);

describe('a source with careless data', () => {
  it('with currencies: formats amounts in the locale and rounds none away', async () => {
    const el = await show(
      carelessAnswer([
        payment('1', 0.00012, 'BTC', 200),
        payment('2', '12.5', 'USDT', 210),
        payment('3', -5, '€', 220),
        payment('4', 1e300, 'USD', 230),
        payment('5', 'many', 'USD', 240),
        payment('6', 3, null, 250),
      ]),
    );
    expect(rowTexts(el).slice(3)).to.deep.equal([
      'Payment of BTC 0.00012',
      'Payment of USDT 12.50',
      'Payment of -€5',
      'A payment came in',
      'A payment came in',
      'A payment came in',
    ]);
  });

  it('with times: reads seconds as seconds', async () => {
    const el = await show(carelessAnswer([payment('1', 5, 'EUR', 7200)]));
    expect(ages(el)).to.deep.equal(['0s', '1m', '2m', '2h']);
    part(el, 'list')!.click();
    await el.updateComplete;
    expect(textOf(el.shadowRoot!.querySelector('tbody'))).to.contain('2 min');
  });

  for (const [name, headers] of [
    ['with a Date', { date: new Date(NOW).toUTCString() }],
    ['without one', {}],
  ] as const) {
    it(`with one time hours ahead, ${name}: shows the right age of the others`, async () => {
      const el = await show(carelessAnswer([payment('1', 5, 'EUR', -10_800), payment('2', 5, 'EUR', 7200)]), headers);
      expect(ages(el)).to.deep.equal(['0s', '0s', '1m', '2m', '2h']);
    });
  }
});
