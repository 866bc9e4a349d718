import { enPredictions } from '../i18n/en-predictions.ts';
import { formatPercent } from '../i18n/intl.ts';
import type { Formatters } from '../i18n/messages.ts';
import { sharedCurrency } from '../protocol/currency.ts';
import type { LiveState } from '../store/live-state.ts';
import type { OptionalPart, PartContext } from './optional-part.ts';
import type { LiveMapTexts } from './texts.ts';

/** So near to the usual it is the usual. */
const TOLERANCE = 0.05;

type Expecting = Pick<LiveState, 'snapshot' | 'visitors' | 'payments'>;

export interface ExpectedValue {
  /** Of all visitors with a known value who have not bought yet, in the site's currency. */
  amount: number;
  /** Share above (or, negative, below) what as many visitors are usually worth; `null` where that is not known. */
  deviation: number | null;
}

/** What the present visitors are expected to bring; `null` where it is known for none. */
export function expectedValueOf({
  visitors,
  snapshot,
}: Pick<Expecting, 'snapshot' | 'visitors'>): ExpectedValue | null {
  const values = visitors.flatMap(({ isCustomer, conversionLikelihood }) =>
    isCustomer ? [] : (conversionLikelihood?.raw.expectedValue ?? []),
  );
  if (values.length === 0) return null;
  let amount = 0;
  for (const value of values) amount += value;
  const { baselineConversionRate: rate, baselineAverageValue: value } = snapshot?.data.conversionMetrics ?? {};
  const usual = values.length * (rate ?? 0) * (value ?? 0);
  return { amount, deviation: usual > 0 ? amount / usual - 1 : null };
}

/** The line below the count; `null` where nothing is known. */
export function expectedValueLine(locale: string, state: Expecting, formatters: Formatters): string | null {
  const expected = expectedValueOf(state);
  if (!expected) return null;
  const key = sentence(expected);
  const values = {
    amount: formatters.formatMoney(locale, expected.amount, sharedCurrency(state.payments)),
    share: formatPercent(locale, Math.abs(expected.deviation ?? 0)),
  };
  return formatters.message(locale, key, values, enPredictions[key]);
}

function sentence({ deviation }: ExpectedValue): keyof typeof enPredictions {
  if (deviation === null) return 'expectedNow';
  if (Math.abs(deviation) <= TOLERANCE) return 'expectedNowUsual';
  return deviation > 0 ? 'expectedNowAbove' : 'expectedNowBelow';
}

/** The line on expected value, for which the element keeps room. */
export class ExpectedValues implements OptionalPart {
  readonly #formatters: Formatters;

  constructor(formatters: Formatters) {
    this.#formatters = formatters;
  }

  update(): void {
    // It depends on nothing else than what is drawn.
  }

  draw({ locale, state, texts }: PartContext): Partial<LiveMapTexts> | null {
    return texts.expected === undefined ? null : { expected: expectedValueLine(locale, state, this.#formatters) };
  }
}
