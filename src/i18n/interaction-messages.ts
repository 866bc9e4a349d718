import { enInteraction } from './en-interaction.ts';
import type { Formatters } from './messages.ts';
import type { Values } from './registry.ts';

/** What the map says, in one language, to a viewer who is at it. */
export class InteractionMessages {
  readonly locale: string;
  readonly formatters: Formatters;

  constructor(locale: string, formatters: Formatters) {
    this.locale = locale;
    this.formatters = formatters;
  }

  text(key: keyof typeof enInteraction, values: Values = {}): string {
    return this.formatters.message(this.locale, key, values, enInteraction[key]);
  }

  number(value: number): string {
    return this.formatters.formatNumber(this.locale, value);
  }

  /** A country's name as it is written within a sentence. */
  country(code: string): string {
    return this.formatters.countryInSentence(this.locale, code);
  }
}
