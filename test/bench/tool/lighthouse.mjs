import lighthouse from 'lighthouse';
import desktop from 'lighthouse/core/config/desktop-config.js';

const CATEGORIES = ['performance', 'accessibility', 'best-practices'];
const CONFIGS = { mobile: undefined, desktop };

/** Scores of a page from 0 to 100, and the audits that cost some of them, on both of Lighthouse's devices. */
export async function lighthouseScores(browser, url) {
  const scores = {};
  for (const [device, config] of Object.entries(CONFIGS)) {
    const page = await browser.newPage();
    const { lhr } = await lighthouse(url, { onlyCategories: CATEGORIES, logLevel: 'silent' }, config, page);
    await page.close();
    scores[device] = CATEGORIES.map((id) => categoryOf(lhr, id));
  }
  return scores;
}

function categoryOf({ categories, audits }, id) {
  const { score, auditRefs } = categories[id];
  const lost = auditRefs
    .filter(({ id, weight }) => weight > 0 && audits[id].score !== null && audits[id].score < 1)
    .map(({ id }) => ({ id, score: Math.round(audits[id].score * 100), value: audits[id].displayValue ?? null }));
  return { id, score: Math.round(score * 100), lost };
}
