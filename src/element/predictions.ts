import type { ConfiguredElement } from './configured-element.ts';
import type { Shown } from './shown.ts';

/** Whether likelihoods and expected values are shown: the snapshot carries them, and the page wants them. */
export function showsPredictions({ predictions }: ConfiguredElement, { snapshot }: Shown): boolean {
  return predictions === 'auto' && snapshot?.data.hasConversionPredictions === true;
}
