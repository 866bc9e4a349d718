// What nearly every page shows, in English, as `Intl` has it. The first formatter of a page takes an engine 50 ms or more,
// as long as all the rest of the map: most pages need none.

/** English of any country, which is in the bundle. */
export function isEnglish(locale: string): boolean {
  return /^en\b/i.test(locale);
}

/** Countries that many visitors come from, whose names all versions of Unicode's data agree in. */
const NAMES =
  'USUnited States,INIndia,CNChina,BRBrazil,IDIndonesia,JPJapan,DEGermany,GBUnited Kingdom,FRFrance,RURussia,' +
  'MXMexico,ITItaly,KRSouth Korea,ESSpain,CACanada,VNVietnam,PLPoland,UAUkraine,THThailand,ARArgentina,' +
  'NLNetherlands,PHPhilippines,AUAustralia,MYMalaysia,PKPakistan,SASaudi Arabia,ZASouth Africa,TWTaiwan,NGNigeria,' +
  'SESweden,BEBelgium,CHSwitzerland,PTPortugal,ATAustria,ILIsrael,SGSingapore,AEUnited Arab Emirates,DKDenmark,' +
  'NONorway,IEIreland,NZNew Zealand';

const SIGNS: Readonly<Record<string, string>> = { USD: '$', EUR: '€', GBP: '£' };

/** Each of these is `undefined` where it takes `Intl`. */
export function plainCountry(locale: string, code: string): string | undefined {
  if (!isEnglish(locale) || !/^[A-Z]{2}$/.test(code)) return undefined;
  return new RegExp(`\\b${code}([^,]+)`).exec(NAMES)?.[1];
}

/** A whole number, not below zero. India groups large ones by other digits, and South Africa by spaces. */
export function plainNumber(locale: string, value: number): string | undefined {
  if (!isEnglish(locale) || !Number.isSafeInteger(value) || value < 0) return undefined;
  if (value < 1000) return String(value);
  return /^en(-(US|GB|CA|AU))?$/.test(locale) ? String(value).replace(/\B(?=(\d{3})+$)/g, ',') : undefined;
}

/** An amount in whole cents, as the United States write it. @param code ISO 4217. */
export function plainMoney(locale: string, amount: number, code: string): string | undefined {
  const sign = SIGNS[code];
  const [whole = '', cents = ''] = amount.toFixed(2).split('.');
  // Below zero, or −0.
  if (1 / amount < 0) return undefined;
  if (!sign || !/^en(-US)?$/.test(locale) || amount !== Number(`${whole}.${cents}`)) return undefined;
  const number = plainNumber(locale, Number(whole));
  return number && `${sign}${number}.${cents}`;
}
