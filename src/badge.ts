import { DatafastLiveBadge } from './badge/live-badge.ts';

export type { Status } from './store/status.ts';
export { DatafastLiveBadge };
export { registerMessages, type Message, type MessageKey, type Messages } from './i18n/registry.ts';

DatafastLiveBadge.define();

declare global {
  interface HTMLElementTagNameMap {
    'datafast-live-badge': DatafastLiveBadge;
  }
}
