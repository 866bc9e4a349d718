import { expect, html } from '@open-wc/testing';
import { en } from '../../src/i18n/en.ts';
import { registerMessages, type DatafastLiveMap } from '../../src/index.ts';
import { documentedAnswer } from './documented.ts';
import { countText, json, mount, part, rowTexts, silent, stubProxy, textOf, type Reply, waitUntil } from './support.ts';

function rootOf(el: DatafastLiveMap): HTMLElement {
  return el.shadowRoot!.querySelector<HTMLElement>('.root')!;
}

function languageOf(el: DatafastLiveMap): string {
  return `${rootOf(el).lang} ${rootOf(el).dir}`;
}

async function speaks(el: DatafastLiveMap, language: string): Promise<void> {
  await waitUntil(
    () => el.shadowRoot!.querySelector(':is(.what, .when):not([hidden])') && rootOf(el).lang === language,
    `speaks ${language}`,
  );
  await el.updateComplete;
}

async function inLanguage(language: string, reply: Reply = json(documentedAnswer())): Promise<DatafastLiveMap> {
  stubProxy(reply);
  return mount(html`<div lang=${language}><datafast-live-map proxy-url="/live"></datafast-live-map></div>`);
}

describe('a language outside the bundle', () => {
  it('is that of the nearest lang, for words, numbers, amounts, countries and times', async () => {
    const el = await inLanguage(
      'de-DE',
      json({ ...documentedAnswer(), data: { ...documentedAnswer().data, count: 12_345 } }),
    );
    await speaks(el, 'de-DE');
    expect(countText(el)).to.equal('12.345 Menschen hier in den letzten 10 Minuten');
    expect(rowTexts(el)).to.include('Lisbon: Jemand hat /pricing geöffnet');
    expect(rowTexts(el)).to.include('Zahlung über 1.299,50 €');
    expect(part(el, 'map')!.ariaLabel).to.equal('Wer gerade hier ist');
    part(el, 'list')!.click();
    await el.updateComplete;
    expect(textOf(el.shadowRoot!.querySelector('tbody')))
      .to.contain('Cape Town, Südafrika')
      .and.contain('4 Min.');
  });

  it('shows no text until it has loaded, and causes no layout shift', async () => {
    const seen = new Set<string>();
    const proxy = stubProxy(json(documentedAnswer()));
    const box = document.createElement('div');
    box.lang = 'ja';
    const el = document.createElement('datafast-live-map');
    const heights = new Set<number>();
    const look = new MutationObserver(() => {
      seen.add(countText(el).replace(/\d+/g, '#'));
      heights.add(part(el, 'map')!.getBoundingClientRect().top - el.getBoundingClientRect().top);
    });
    el.setAttribute('proxy-url', '/live');
    box.append(el);
    const holder = await mount(html`<datafast-live-map></datafast-live-map>`);
    holder.replaceWith(box);
    look.observe(el.shadowRoot!, { subtree: true, childList: true, characterData: true, attributes: true });
    await speaks(el, 'ja');
    await waitUntil(() => rowTexts(el).length > 0);
    look.disconnect();
    expect(proxy.requests).to.have.length(1);
    expect([...seen].filter((text) => /[a-z]/i.test(text.replace(en.loading, '')))).to.deep.equal([]);
    expect(heights.size, [...heights].join()).to.equal(1);
    expect(rowTexts(el)).to.include('Lisbonの訪問者が/pricingを開きました');
  });

  it('sets the text direction while it loads', async () => {
    const el = await inLanguage('ar', silent);
    expect(rootOf(el).dir).to.equal('rtl');
  });

  it('follows lang of any ancestor, also across shadow roots, and ignores lang of other elements', async () => {
    const el = await inLanguage('en');
    await speaks(el, 'en');
    const above = el.parentElement!;
    above.lang = 'fr';
    await speaks(el, 'fr');
    expect(countText(el)).to.equal('9 personnes ici dans les 10 dernières minutes');

    const host = document.createElement('div');
    above.append(host);
    host.attachShadow({ mode: 'open' }).append(el);
    host.lang = 'es';
    await speaks(el, 'es');
    el.lang = 'pt-BR';
    await speaks(el, 'pt-BR');
    el.removeAttribute('lang');
    await speaks(el, 'es');
    above.lang = 'de';
    await el.updateComplete;
    expect(languageOf(el)).to.equal('es ltr');
  });

  it('changes when the element is moved to a part with another lang', async () => {
    const el = await inLanguage('en');
    await speaks(el, 'en');
    const elsewhere = document.createElement('div');
    elsewhere.lang = 'zh-CN';
    el.parentElement!.append(elsewhere);
    elsewhere.append(el);
    await speaks(el, 'zh-Hans-CN');
    expect(countText(el)).to.equal('9 人正在访问 过去 10 分钟内');
  });

  it('falls back to English for sentences and numbers alike', async () => {
    for (const language of ['zh-TW', 'nn', 'tlh', 'he', '!']) {
      const el = await inLanguage(language);
      await speaks(el, 'en');
      expect(languageOf(el), language).to.equal('en ltr');
      expect(countText(el)).to.equal('9 people here in the last 10 minutes');
      el.remove();
    }
  });

  const written: [lang: string, locale: string][] = [
    ['pt_BR', 'pt-BR'],
    ['pt-PT', 'pt-PT'],
    ['de_DE', 'de-DE'],
    ['DE-de', 'de-DE'],
    ['zh_CN', 'zh-Hans-CN'],
    ['zh-Hans-CN', 'zh-Hans-CN'],
    ['fr-FR ', 'fr-FR'],
    ['en_US.UTF-8', 'en-US'],
    ['en-001', 'en-001'],
  ];
  for (const [lang, locale] of written) {
    it(`lang="${lang}" is read as ${locale}`, async () => {
      const el = await inLanguage(lang);
      await speaks(el, locale);
      expect(countText(el)).to.contain('9');
      el.remove();
    });
  }

  it('is the page’s when a part’s lang is not supported', async () => {
    stubProxy(json(documentedAnswer()));
    const page = await mount(
      html`<div lang="fr">
        <div lang="de_AT">
          <p lang="sv"><datafast-live-map proxy-url="/live" lang=""></datafast-live-map></p>
        </div>
      </div>`,
    );
    await speaks(page, 'de-AT');
    const [near, far] = [page.parentElement!, page.parentElement!.parentElement!];
    for (const none of ['', ' ', 'zh-TW', 'tlh', '!', 'undefined']) {
      near.lang = none;
      await page.updateComplete;
      expect(languageOf(page), none).to.equal('de-AT ltr');
    }
    far.lang = 'nb';
    await speaks(page, 'fr');
    near.lang = 'es_MX';
    await speaks(page, 'es-MX');
    near.lang = 'en-GB';
    await speaks(page, 'en-GB');
    near.lang = 'sv';
    await speaks(page, 'fr');
    registerMessages('sv_SE', { people: { other: 'personer här' } });
    await page.updateComplete;
    expect(languageOf(page), 'another region').to.equal('fr ltr');
    registerMessages('sv', { people: { other: 'personer här' } });
    await speaks(page, 'sv');
    expect(countText(page)).to.contain('9 personer här');
  });

  it('combines an application’s messages with the package’s', async () => {
    registerMessages('pt', { people: { one: 'leitor', other: 'leitores' } });
    const el = await inLanguage('pt');
    await speaks(el, 'pt');
    expect(countText(el)).to.equal('9 leitores nos últimos 10 minutos');
  });

  it('is shown at once when an application has registered all of it', async () => {
    registerMessages('ar', { ...en, people: { other: 'own' } });
    const el = await inLanguage('ar', silent);
    expect(el.shadowRoot!.querySelector('.tools button')!.ariaLabel).to.equal('Pause');
    expect(languageOf(el)).to.equal('ar rtl');
  });

  it('is updated when an application registers messages later', async () => {
    const el = await inLanguage('nl');
    await speaks(el, 'en');
    registerMessages('nl', { people: { one: 'persoon', other: 'mensen' } });
    await speaks(el, 'nl');
    expect(countText(el)).to.contain('9 mensen');
    registerMessages('nl', { pageviewIn: 'Iemand in {place}: {page}', summary: { other: '{count} bezoekers' } });
    await el.updateComplete;
    expect(rowTexts(el)).to.include('Iemand in Lisbon: /pricing');
    expect(textOf(el.shadowRoot!.getElementById('summary'))).to.match(/^9 bezoekers/);
  });

  it('is announced to screen readers without English text before it', async () => {
    const el = await inLanguage('fr-CA');
    const status = el.shadowRoot!.querySelector('[role="status"]')!;
    const heard = new Set<string>();
    const listener = new MutationObserver(() => heard.add(textOf(status)));
    listener.observe(status, { subtree: true, childList: true, characterData: true });
    await speaks(el, 'fr-CA');
    await waitUntil(() => textOf(status) !== '');
    heard.add(textOf(status));
    listener.disconnect();
    expect([...heard]).to.deep.equal(['9 personnes ici']);
  });
});
