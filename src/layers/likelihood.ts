import { formatList, formatPercent } from '../i18n/intl.ts';
import type { InteractionMessages } from '../i18n/interaction-messages.ts';
import { likelihoodOf, type Likelihood } from '../protocol/likelihood.ts';
import type { Visitor } from '../protocol/types.ts';

/** The site's baseline, and how far from it a score is still about the same. */
const BASELINE = 50;
const BAND = 5;

/** Whether a visitor is reliably more likely to buy than usual. */
export function isAboveBaseline(visitor: Visitor): boolean {
  const likelihood = likelihoodOf(visitor);
  return likelihood !== null && tendency(likelihood) === 'likelier';
}

/**
 * The likelihood in words, with as much as is known of it.
 *
 * @param currency The site's, `null` where it is not known.
 */
export function likelihoodSentence(
  messages: InteractionMessages,
  visitor: Visitor,
  currency: string | null,
): string | null {
  const likelihood = likelihoodOf(visitor);
  if (!likelihood) return null;
  const confidence = visitor.conversionLikelihood?.confidence ?? null;
  const value = visitor.conversionLikelihood?.raw.expectedValue ?? null;
  const { locale, formatters } = messages;
  const facts = [messages.text('scoreOf', { score: Math.round(likelihood.score), full: 100 })];
  if (confidence !== null) facts.push(messages.text('confidence', { share: formatPercent(locale, confidence) }));
  if (value !== null)
    facts.push(messages.text('expectedValue', { amount: formatters.formatMoney(locale, value, currency) }));
  return messages.text(tendency(likelihood), { facts: formatList(locale, facts) });
}

function tendency({ score, isUnsure }: Likelihood): 'tooEarly' | 'likelier' | 'aboutAsLikely' | 'unlikelier' {
  if (isUnsure) return 'tooEarly';
  if (Math.abs(score - BASELINE) <= BAND) return 'aboutAsLikely';
  return score > BASELINE ? 'likelier' : 'unlikelier';
}
