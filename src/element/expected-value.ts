import { formatMoney, formatPercent } from '../i18n/intl.ts';
import { message } from '../i18n/messages.ts';
import type { MessageKey } from '../i18n/registry.ts';
import { sharedCurrency } from '../protocol/currency.ts';
import type { SnapshotData, Visitor } from '../protocol/types.ts';

/** So near to the usual it is the usual. */
const TOLERANCE = 0.05;

interface Expecting extends Pick<SnapshotData, 'conversionMetrics' | 'recentPayments'> {
  visitors: readonly Visitor[];
}

export interface ExpectedValue {
  /** Of all who have not bought yet and of whom it is told, in the site's currency. */
  amount: number;
  /** Share above (or, negative, below) what as many people are usually worth; `null` where the usual is not told. */
  deviation: number | null;
}

/** What those who are here now are expected to bring; `null` where it is told of nobody. */
export function expectedValueOf({ visitors, conversionMetrics }: Expecting): ExpectedValue | null {
  const values = visitors.flatMap(({ isCustomer, conversionLikelihood }) =>
    isCustomer ? [] : (conversionLikelihood?.raw.expectedValue ?? []),
  );
  if (values.length === 0) return null;
  const amount = values.reduce((sum, value) => sum + value, 0);
  const { baselineConversionRate: rate, baselineAverageValue: value } = conversionMetrics ?? {};
  const usual = values.length * (rate ?? 0) * (value ?? 0);
  return { amount, deviation: usual > 0 ? amount / usual - 1 : null };
}

/** The line below the count; `null` where there is nothing to tell. */
export function expectedValueLine(locale: string, data: Expecting): string | null {
  const expected = expectedValueOf(data);
  return (
    expected &&
    message(locale, sentence(expected), {
      amount: formatMoney(locale, expected.amount, sharedCurrency(data.recentPayments)),
      share: formatPercent(locale, Math.abs(expected.deviation ?? 0)),
    })
  );
}

function sentence({ deviation }: ExpectedValue): MessageKey {
  if (deviation === null) return 'expectedNow';
  if (Math.abs(deviation) <= TOLERANCE) return 'expectedNowUsual';
  return deviation > 0 ? 'expectedNowAbove' : 'expectedNowBelow';
}
