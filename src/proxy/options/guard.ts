import { invalidOption } from './invalid.ts';
import type { PrivacyPolicy } from '../../privacy/policy.ts';

/** Fields that identify a person, or show what the site's owner expects of one. */
const CONFIDENTIAL = ['names', 'predictions', 'referrers'] as const;

/** What a policy grants that is not for the public. */
export function confidentialFields(policy: PrivacyPolicy): string[] {
  return CONFIDENTIAL.filter((key) => policy[key]);
}

/**
 * Checks that confidential fields are protected from pages of other sites, and from viewers without permission.
 *
 * @throws An Error that names the missing option, and why it is needed.
 */
export function checkGuarded(policy: PrivacyPolicy, allowedOrigins: '*' | readonly string[], authorize: unknown): void {
  const granted = confidentialFields(policy);
  if (granted.length === 0) return;
  const because = `because privacy grants ${granted.join(', ')}`;
  const open = allowedOrigins === '*' ? allowedOrigins : allowedOrigins.find((origin) => origin.includes('*'));
  if (open !== undefined) {
    throw invalidOption('allowedOrigins', `a list of exact origins ([] for the same origin only), ${because}`, open);
  }
  if (authorize === undefined) {
    throw new Error(`authorize: expected a function that says who may read, ${because}, got none.`);
  }
}
