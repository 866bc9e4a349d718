import { invalid } from './options/invalid.ts';

/** A named set of what may be published. */
export type PrivacyPreset = 'public';

/** The option: what may be published. */
export type Privacy = PrivacyPreset;

/** The option, checked and complete. */
export interface PrivacyPolicy {
  preset: PrivacyPreset;
}

/**
 * Checks what the option says.
 *
 * @throws An Error that names the option.
 */
export function resolvePrivacy(value: unknown = 'public'): PrivacyPolicy {
  if (value !== 'public') throw invalid('privacy', '"public"', value);
  return { preset: value };
}
