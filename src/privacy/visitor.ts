import type { PublishedVisitor } from '../protocol/published.ts';
import type { ConversionLikelihood, ConversionMetrics, Location, System, Visitor } from '../protocol/types.ts';
import type { PublishContext } from './publish-context.ts';

const NO_SYSTEM: System = { browser: null, os: null, device: null };
/** What a likelihood rests on are names like "country". What has a value in it is none. */
const DIMENSION = /^[\p{L}_ -]+$/u;
const NAME_OF_DIMENSION = /^(?:country|region|city|device|browser|os|referrer|source|page|hour|day)$/i;

export function publishVisitor(visitor: Visitor, context: PublishContext): PublishedVisitor {
  const { policy, ids, texts, page } = context;
  const { visitorId } = visitor;
  const { location, latitude, longitude, precision } = context.place({
    visitorId,
    countryCode: visitor.location.countryCode,
  });
  const published: PublishedVisitor = {
    visitorId: ids.of('visitor', context.groups.nameOf(visitorId)),
    location,
    system: policy.system ? publishSystem(visitor.system, context) : NO_SYSTEM,
    currentUrl: page(visitor.currentUrl),
    sessionStartTime: visitor.sessionStartTime,
    isCustomer: visitor.isCustomer,
    latitude,
    longitude,
    precision,
  };
  if (policy.referrers) published.referrer = context.host(visitor.referrer);
  if (policy.names) {
    const { displayName, hasProfile, isRandomName } = visitor.profileData;
    published.customerName = texts.plain(visitor.customerName);
    published.profileData = { displayName: texts.plain(displayName), hasProfile, isRandomName };
  }
  if (policy.predictions) published.conversionLikelihood = publishLikelihood(visitor, location, context);
  return published;
}

function publishSystem({ browser, os, device }: System, { texts }: PublishContext): System {
  return { browser: texts.plain(browser), os: texts.plain(os), device: texts.plain(device) };
}

/** @param published The published part of the place: a likelihood shows no more of it. */
function publishLikelihood(
  { conversionLikelihood: likelihood, location }: Visitor,
  published: Location,
  { amount, texts }: PublishContext,
): ConversionLikelihood | null {
  if (!likelihood) return null;
  const { score, confidence, isBaseline, dimensionMatches, raw } = likelihood;
  // Where less than the whole place is published, a name could reveal it in other words: only the dimension is kept.
  const isReduced = published.city !== location.city || published.region !== location.region;
  const isPublishable = (match: string): boolean =>
    DIMENSION.test(match) && texts.plain(match) !== null && (!isReduced || NAME_OF_DIMENSION.test(match));
  return {
    score,
    confidence,
    isBaseline,
    dimensionMatches: dimensionMatches.filter(isPublishable),
    raw: {
      conversionRate: raw.conversionRate,
      averageValue: amount(raw.averageValue),
      expectedValue: amount(raw.expectedValue),
    },
  };
}

/** The site's averages. */
export function publishMetrics(
  metrics: ConversionMetrics | null,
  { amount }: PublishContext,
): ConversionMetrics | null {
  return (
    metrics && {
      baselineConversionRate: metrics.baselineConversionRate,
      baselineAverageValue: amount(metrics.baselineAverageValue),
    }
  );
}
