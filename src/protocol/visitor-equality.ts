import { fields, type Fields } from './read.ts';
import type { Precision, Visitor } from './types.ts';

/** Whether a visitor was parsed from an equal row. Where that takes more than a comparison, the answer is no. */
export function isParsedFrom(row: Fields, visitor: Visitor): boolean {
  const { location, system, profileData } = visitor;
  const place = fields(row.location);
  const machine = fields(row.system);
  const profile = fields(row.profileData);
  return (
    // The very object may have been changed.
    row !== (visitor as unknown) &&
    isSame(row.latitude, visitor.latitude) &&
    isSame(row.longitude, visitor.longitude) &&
    isSame(row.currentUrl, visitor.currentUrl) &&
    (row.precision === visitor.precision || (row.precision === undefined && isImplied(visitor.precision))) &&
    (row.isCustomer ?? false) === visitor.isCustomer &&
    isSame(place?.city, location.city) &&
    isSame(place?.region, location.region) &&
    isSame(place?.countryCode, location.countryCode) &&
    isSame(machine?.browser, system.browser) &&
    isSame(machine?.os, system.os) &&
    isSame(machine?.device, system.device) &&
    isSame(row.sessionStartTime, visitor.sessionStartTime) &&
    isSame(row.visitCount, visitor.visitCount) &&
    isSame(row.referrer, visitor.referrer) &&
    isSame(row.customerName, visitor.customerName) &&
    isSame(row.customerEmail, visitor.customerEmail) &&
    isSame(profile?.displayName, profileData.displayName) &&
    isSame(profile?.userId, profileData.userId) &&
    (profile?.hasProfile ?? false) === profileData.hasProfile &&
    (profile?.isRandomName ?? false) === profileData.isRandomName &&
    isSame(row.conversionLikelihood, visitor.conversionLikelihood)
  );
}

/** Where it is absent, it follows from the coordinates, which are compared as well. */
function isImplied(precision: Precision): boolean {
  return precision === 'coordinates' || precision === 'none';
}

function isSame(value: unknown, known: unknown): boolean {
  return value === known || (known === null && value === undefined);
}
