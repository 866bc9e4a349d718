import { expect } from '@open-wc/testing';
import { resetMouse, sendKeys, sendMouse } from '@web/test-runner-commands';
import type { LiveMapEventMap } from '../../src/index.ts';
import { answer, CITIES, documentedAnswer, pageview, payment, visitor } from './documented.ts';
import {
  clientPoint,
  create,
  json,
  liveMap,
  marks,
  part,
  poll,
  recordEvents,
  shows,
  stubProxy,
  whenDone,
  waitUntil,
} from './support.ts';

type Detail<Name extends keyof LiveMapEventMap> = LiveMapEventMap[Name]['detail'];

const ids = (visitors: readonly { visitorId: string }[]): string[] => visitors.map(({ visitorId }) => visitorId);

describe('datafast-update and datafast-payment', () => {
  it('report nothing new for the first snapshot', async () => {
    const updates = recordEvents<Detail<'datafast-update'>>('datafast-update');
    const payments = recordEvents<Detail<'datafast-payment'>>('datafast-payment');
    const { el } = await liveMap(documentedAnswer());
    expect(updates).to.have.length(1);
    const { snapshot, arrived, departed, events, payments: paid } = updates[0]!;
    expect(snapshot).to.equal(el.snapshot);
    expect([arrived, departed, events, paid]).to.deep.equal([[], [], [], []]);
    expect(payments).to.have.length(0);
  });

  it('report arrivals, departures and events; each payment has an event of its own', async () => {
    const updates = recordEvents<Detail<'datafast-update'>>('datafast-update');
    const payments = recordEvents<Detail<'datafast-payment'>>('datafast-payment');
    const { el, proxy } = await liveMap(documentedAnswer());
    const { data } = documentedAnswer();
    const later = answer({
      ...data,
      visitors: [...data.visitors.slice(1), visitor('v-new')],
      recentEvents: [pageview('e-later', 'v-new', -5), ...data.recentEvents],
      recentPayments: [payment('p-2', -3), payment('p-3', -4), ...data.recentPayments],
    });
    await poll(el, proxy, json(later));
    await poll(el, proxy, json(later));

    expect(updates).to.have.length(3);
    const [, second, third] = updates;
    expect(ids(second!.arrived)).to.deep.equal(['v-new']);
    expect(ids(second!.departed)).to.deep.equal(['v-sf']);
    expect(second!.events.map(({ _id }) => _id)).to.deep.equal(['e-later']);
    expect(second!.payments.map(({ _id }) => _id)).to.have.members(['p-2', 'p-3']);
    expect([third!.arrived, third!.departed, third!.events, third!.payments]).to.deep.equal([[], [], [], []]);
    expect(payments.map(({ payment: { _id } }) => _id)).to.have.members(['p-2', 'p-3']);
  });

  it('report nothing new in a new id epoch', async () => {
    const updates = recordEvents<Detail<'datafast-update'>>('datafast-update');
    const payments = recordEvents<Detail<'datafast-payment'>>('datafast-payment');
    const today = answer({ visitors: [visitor('a1')], recentPayments: [payment('p1', 5)] }, { idEpoch: '2026-03-14' });
    const tomorrow = answer(
      { visitors: [visitor('a2')], recentPayments: [payment('p2', 5)] },
      { idEpoch: '2026-03-15' },
    );
    const { el, proxy } = await liveMap(today);
    await poll(el, proxy, json(tomorrow));
    expect([updates[1]!.arrived, updates[1]!.departed, updates[1]!.payments]).to.deep.equal([[], [], []]);
    expect(payments).to.have.length(0);
  });

  it('bubble and cross shadow roots', async () => {
    const updates = recordEvents('datafast-update');
    stubProxy(json(documentedAnswer()));
    const host = document.createElement('div');
    document.body.append(host);
    whenDone(() => {
      host.remove();
    });
    const el = create({ 'proxy-url': '/live' });
    host.attachShadow({ mode: 'open' }).append(el);
    await shows(el, 'live');
    expect(updates).to.have.length(1);
  });
});

describe('datafast-select', () => {
  afterEach(() => resetMouse());

  it('has the visitors of the clicked mark, with a target of 24 px', async () => {
    const selected = recordEvents<Detail<'datafast-select'>>('datafast-select');
    const { el } = await liveMap(documentedAnswer());
    part(el, 'map')!.scrollIntoView();
    const [x, y] = clientPoint(el, marks(el, '.customer')[0]!);
    await sendMouse({ type: 'click', position: [x + 10, y] });
    await waitUntil(() => selected.length === 1, 'selected');
    expect(ids(selected[0]!.visitors)).to.deep.equal(['v-cape']);
    expect(selected[0]!.visitors[0]!.location.city).to.equal('Cape Town');
    await sendMouse({ type: 'click', position: [x + 40, y] });
    expect(selected, 'the sea selects no visitor').to.have.length(1);
  });

  it('has all visitors of a mark with a number', async () => {
    const selected = recordEvents<Detail<'datafast-select'>>('datafast-select');
    const people = Array.from({ length: 40 }, (_, index) => visitor(`v-${index}`));
    const { el } = await liveMap(answer({ visitors: people }));
    part(el, 'map')!.scrollIntoView();
    await sendMouse({ type: 'click', position: clientPoint(el, marks(el)[0]!) });
    await waitUntil(() => selected.length === 1, 'selected');
    expect(new Set(ids(selected[0]!.visitors))).to.deep.equal(new Set(ids(people)));
  });

  it('is sent by Enter on a mark selected with arrows, until Escape', async () => {
    const selected = recordEvents<Detail<'datafast-select'>>('datafast-select');
    const { el } = await liveMap(documentedAnswer());
    part(el, 'map')!.focus();
    await sendKeys({ press: 'Enter' });
    expect(selected, 'no mark is selected yet').to.have.length(0);
    for (const [index, mark] of marks(el).entries()) {
      await sendKeys({ press: 'ArrowRight' });
      await sendKeys({ press: 'Enter' });
      await waitUntil(() => selected.length > index, 'the key is there');
      await el.updateComplete;
      expect(part(el, 'tooltip'), String(mark)).to.exist;
    }
    expect(new Set(selected.flatMap(({ visitors }) => ids(visitors)))).to.deep.equal(
      new Set([...CITIES.map(({ id }) => id), 'v-japan']),
    );
    await sendKeys({ press: 'Escape' });
    await waitUntil(() => !part(el, 'tooltip'), 'closed');
    await sendKeys({ press: 'Enter' });
    expect(selected).to.have.length(7);
  });
});
