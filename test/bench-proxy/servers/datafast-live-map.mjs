// This package's proxy behind its Node adapter, as published.
import { createLiveMapProxy } from '../../../dist/proxy/index.js';
import { serve } from '../../../dist/adapters/node.js';
import { isReady, settings } from './child.mjs';

const { upstream, refreshSeconds = 10 } = settings;
const { url } = await serve(createLiveMapProxy({ apiKey: 'df_bench', upstream, refreshSeconds }), { port: 0 });
isReady(url);
