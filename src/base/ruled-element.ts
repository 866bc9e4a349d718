import { LitElement, type PropertyValues } from 'lit';
import { settle, type Rule } from './rule.ts';

/** A number, or the text as it is, so that the warning can quote it. */
export const numberConverter = {
  fromAttribute: (text: string | null): unknown => (text?.trim() && !Number.isNaN(Number(text)) ? Number(text) : text),
};

/** An element whose options fall back to their defaults, with a warning, where they are set wrongly. */
export class RuledElement extends LitElement {
  /** By property. */
  protected static readonly rules: Readonly<Record<string, Rule>> = {};

  constructor() {
    super();
    for (const option of Object.keys(this.#rules)) this.#settle(option, null);
  }

  protected override willUpdate(changed: PropertyValues): void {
    for (const option of Object.keys(this.#rules)) {
      if (changed.has(option)) this.#settle(option, this[option as keyof this]);
    }
  }

  get #rules(): Readonly<Record<string, Rule>> {
    return (this.constructor as typeof RuledElement).rules;
  }

  #settle(option: string, value: unknown): void {
    const rule = this.#rules[option];
    if (rule) Object.assign(this, { [option]: settle(this.localName, rule, value) });
  }
}
