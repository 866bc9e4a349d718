import lighthouse from 'lighthouse';
import desktop from 'lighthouse/core/config/desktop-config.js';
import { median } from './figures.mjs';

const CATEGORIES = ['performance', 'accessibility', 'best-practices'];
const CONFIGS = { mobile: undefined, desktop };
/** Its figures are wall-clock times: one run says little. */
const RUNS = 5;

/**
 * On both of Lighthouse's devices: scores of a page from 0 to 100, the audits that cost some of them, and the total blocking
 * time in ms. Each is of the run with the median of that time.
 */
export async function lighthouseScores(browser, url) {
  const scores = {};
  for (const [device, config] of Object.entries(CONFIGS)) {
    const runs = [];
    for (let run = 0; run < RUNS; run++) runs.push(await audit(browser, url, config));
    const middle = median(runs.map(({ blocking }) => blocking));
    scores[device] = { ...runs.find(({ blocking }) => blocking === middle), all: runs.map(({ blocking }) => blocking) };
  }
  return scores;
}

async function audit(browser, url, config) {
  const page = await browser.newPage();
  const { lhr } = await lighthouse(url, { onlyCategories: CATEGORIES, logLevel: 'silent' }, config, page);
  await page.close();
  return {
    blocking: lhr.audits['total-blocking-time'].numericValue,
    categories: CATEGORIES.map((id) => categoryOf(lhr, id)),
  };
}

function categoryOf({ categories, audits }, id) {
  const { score, auditRefs } = categories[id];
  const lost = auditRefs
    .filter(({ id, weight }) => weight > 0 && audits[id].score !== null && audits[id].score < 1)
    .map(({ id }) => ({ id, score: Math.round(audits[id].score * 100), value: audits[id].displayValue ?? null }));
  return { id, score: Math.round(score * 100), lost };
}
