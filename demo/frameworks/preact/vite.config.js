import preact from '@preact/preset-vite';
import { defineConfig } from 'vite';

// While you develop, the proxy runs beside Vite: `DATAFAST_API_KEY=… npx datafast-live-map serve`.
export default defineConfig({
  plugins: [preact()],
  server: { proxy: { '/live': { target: 'http://127.0.0.1:8787', rewrite: (path) => path.slice('/live'.length) } } },
});
