import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { FORMATTERS } from '../../src/i18n/messages.ts';
import { InteractionMessages } from '../../src/i18n/interaction-messages.ts';
import { summarize } from '../../src/element/summary.ts';
import { countryInSentence } from '../../src/i18n/messages.ts';
import { addLanguage, registerMessages, type Messages } from '../../src/i18n/registry.ts';
import { dataOf } from '../protocol/support.ts';

const folder = join(import.meta.dirname, '../../src/i18n/languages');
const languages = readdirSync(folder).map((file) => file.replace('.ts', ''));
for (const language of languages) {
  const { messages } = (await import(`../../src/i18n/languages/${language}.ts`)) as { messages: Messages };
  addLanguage(language, messages);
}

function summaryOf(locale: string, codes: string): string {
  const visitors = codes.split(' ').map((countryCode) => ({ location: { countryCode } }));
  return summarize(new InteractionMessages(locale, FORMATTERS), dataOf({ visitors }).visitors, visitors.length, 0);
}

describe('the summary’s most frequent country', () => {
  const summaries: [codes: string, summary: string, why: string][] = [
    ['PT', '1 visitor from 1 country, Portugal', 'the only one'],
    ['PT PT PT FR', '4 visitors from 2 countries, most from Portugal', 'more than half'],
    ['PT PT FR DE ES', '5 visitors from 4 countries, most from Portugal', 'more than any other'],
    ['AU BR CA DE ES', '5 visitors from 5 countries', 'all alike'],
    ['PT FR', '2 visitors from 2 countries', 'one each'],
    ['PT PT FR FR DE', '5 visitors from 3 countries', 'two that are first'],
    ['PT PT XX XX', '4 visitors from 1 country, Portugal', 'of some no country is known'],
  ];
  for (const [codes, summary, why] of summaries) {
    test(`${codes}: ${summary} (${why})`, () => {
      assert.equal(summaryOf('en', codes), summary);
    });
  }

  for (const locale of ['en', ...languages]) {
    test(`${locale}: is the first country, and absent without one`, () => {
      const [portugal, france] = ['PT', 'FR'].map((code) => countryInSentence(locale, code));
      assert.ok(summaryOf(locale, 'PT PT FR DE').includes(portugal!));
      const alike = summaryOf(locale, 'PT FR PT FR DE');
      assert.ok(!alike.includes(portugal!) && !alike.includes(france!), alike);
      assert.doesNotMatch(`${alike} ${summaryOf(locale, 'PT PT FR')}`, /[[\]{}]|[,;:：，、\s]$/);
      assert.match(alike, /[3٣三].*|.*[5٥五]/);
    });
  }

  test('is the alphabetically first one for messages of an application without brackets', () => {
    registerMessages('sv', {
      summary: '{count} från {places}',
      countries: '{count} länder, flest {most}',
      people: 'här',
    });
    assert.equal(summaryOf('sv', 'PT FR'), '2 från 2 länder, flest Frankrike');
  });
});
