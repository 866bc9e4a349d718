import { weightedChoice, pick, type Random } from './random.ts';

/** Where a visitor came from. */
export interface Source {
  referrer: string | null;
  params: Readonly<Record<string, string>>;
  /** The same as it stands in the address of the first page, "?" included. */
  query: string;
}

/** What a visitor came for: the landing pages, and the pages that follow. */
interface Purpose {
  entries: readonly string[];
  pages: readonly string[];
}

const PARAMS = {
  newsletter: { utm_source: 'newsletter', utm_medium: 'email', utm_campaign: 'product-update' },
  ads: { utm_source: 'google', utm_medium: 'cpc', utm_campaign: 'brand', utm_term: 'invoicing software' },
  launch: { ref: 'producthunt' },
  partner: { via: 'partner-42' },
};

function from(referrer: string | null, params: Source['params'] = {}): Source {
  const query = new URLSearchParams(params).toString();
  return { referrer, params, query: query && `?${query}` };
}

export const chooseSource: (random: Random) => Source = weightedChoice<Source>([
  [from(null), 38],
  [from('https://www.google.com/'), 26],
  [from('https://duckduckgo.com/'), 3],
  [from('https://chatgpt.com/'), 5],
  [from('https://news.ycombinator.com/item?id=40000000'), 4],
  [from('https://www.reddit.com/r/SaaS/'), 4],
  [from('https://t.co/aBcDeF1234'), 5],
  [from('https://www.linkedin.com/'), 3],
  [from('https://github.com/'), 3],
  [from('https://www.producthunt.com/', PARAMS.launch), 2],
  [from('https://www.google.com/', PARAMS.ads), 3],
  [from('https://mail.example.net/', PARAMS.newsletter), 3],
  [from(null, PARAMS.partner), 1],
]);

const POSTS = [
  '/blog',
  '/blog/pricing-a-small-product',
  '/blog/our-first-1000-customers',
  '/blog/why-we-left-the-cloud',
];
const DOCS = ['/docs', '/docs/getting-started', '/docs/api', '/docs/webhooks', '/docs/guides/import-from-csv'];

const NEWCOMER: Purpose = {
  entries: ['/', '/', '/', '/features', '/pricing', '/de/%C3%BCber-uns', '/ja/%E6%96%99%E9%87%91'],
  pages: ['/features', '/pricing', '/pricing', '/customers', '/blog', '/docs', '/demo', '/signup', '/about'],
};
const READER: Purpose = { entries: POSTS, pages: [...POSTS, '/', '/newsletter', '/features', 'example.com/changelog'] };
const DEVELOPER: Purpose = {
  entries: DOCS,
  pages: [...DOCS, ...DOCS, '/docs/api?version=2', '/changelog', '/pricing'],
};
/** Pages of known customers: here addresses, ids and tokens stand in paths, as they do on real sites. */
const CUSTOMER: Purpose = {
  entries: ['/login', 'https://app.example.com/dashboard'],
  pages: ['/account', '/account/billing', '/docs/api', '/account/8841205', '/invite/3f8a9c21b7d04e56', '/changelog'],
};
const choosePurpose = weightedChoice<Purpose>([
  [NEWCOMER, 52],
  [READER, 28],
  [DEVELOPER, 20],
]);

/** The last pages of a visitor who buys. */
const CHECKOUT = ['/pricing', '/signup', '/checkout', '/welcome'];
/** The last pages of a customer who buys again. */
const BILLING = ['/account', '/account/billing', '/checkout', '/account/billing'];
export const LEAST_PAGES_TO_BUY = 4;

export interface VisitPlan {
  /** How many pages are opened, at least one; {@link LEAST_PAGES_TO_BUY} by those who buy. */
  length: number;
  buys: boolean;
  isCustomer: boolean;
  source: Source;
}

/** The pages of one session, in order, none twice in a row. */
export function choosePages(random: Random, { length, buys, isCustomer, source }: VisitPlan): string[] {
  const purpose = isCustomer ? CUSTOMER : choosePurpose(random);
  const tail = buys ? (isCustomer ? BILLING : CHECKOUT).slice(1 - length) : [];
  const pages = [pick(random, purpose.entries) + (isCustomer ? '' : source.query)];
  while (pages.length < length - tail.length) {
    const next = pick(random, purpose.pages);
    pages.push(next === pages.at(-1) ? '/' : next);
  }
  return [...pages, ...tail];
}

/** Goals by the start of the page's path that they are reached on, and how often. */
const GOALS: readonly (readonly [prefix: string, name: string, chance: number])[] = [
  ['/signup', 'signup_started', 0.6],
  ['/welcome', 'signup_completed', 0.9],
  ['/newsletter', 'newsletter_joined', 0.6],
  ['/blog', 'newsletter_joined', 0.06],
  ['/demo', 'demo_requested', 0.4],
  ['/pricing', 'plans_compared', 0.12],
  ['/docs', 'code_copied', 0.08],
];

/** The goal that is reached on a page, if any. */
export function chooseGoal(random: Random, page: string): string | null {
  const goal = GOALS.find(([prefix]) => page.startsWith(prefix));
  return goal && random() < goal[2] ? goal[1] : null;
}

export interface Price {
  amount: number;
  currency: string;
}

const PRICES: Readonly<Record<string, readonly number[]>> = {
  USD: [9, 19, 29.99, 49, 190],
  EUR: [9, 19, 29, 49, 190],
  GBP: [8, 16, 24.99, 42, 160],
  JPY: [1500, 3000, 4800, 7800, 29800],
  BRL: [49, 99.9, 149.9, 249.9, 990],
};
const EURO = new Set(['AT', 'BE', 'DE', 'EE', 'ES', 'FI', 'FR', 'GR', 'IE', 'IT', 'LT', 'NL', 'PT']);
const CURRENCIES: Readonly<Record<string, string>> = { GB: 'GBP', JP: 'JPY', BR: 'BRL' };

/** A plan in the buyer's currency, dollars where the shop has no other. */
export function choosePrice(random: Random, countryCode: string): Price {
  const currency = EURO.has(countryCode) ? 'EUR' : (CURRENCIES[countryCode] ?? 'USD');
  return { amount: pick(random, PRICES[currency] ?? []), currency };
}
