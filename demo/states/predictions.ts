import { createSimulator } from '../../src/simulator/index.ts';

/** What a public proxy does not publish comes from code here, as on a dashboard of the team's own. */
const REFRESH_MS = 10_000;
const simulator = createSimulator({ visitors: 60 });

function show(): void {
  const snapshot = simulator.answerAt(Date.now());
  for (const map of document.querySelectorAll('datafast-live-map.predictions')) Object.assign(map, { snapshot });
}

show();
setInterval(show, REFRESH_MS);
