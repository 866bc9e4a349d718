// For `npx wtr`, as with `--watch`. `npm run test:browsers` has the same configuration.
import { tsImport } from 'tsx/esm/api';

const { runnerConfig } = await tsImport('./tools/test/runner-config.ts', import.meta.url);
export default await runnerConfig(process.env.BROWSERS);
