import { defineConfig } from 'vite';
import solid from 'vite-plugin-solid';

// While you develop, the proxy runs beside Vite: `DATAFAST_API_KEY=… npx datafast-live-map serve`.
export default defineConfig({
  plugins: [solid()],
  server: { proxy: { '/live': { target: 'http://127.0.0.1:8787', rewrite: (path) => path.slice('/live'.length) } } },
});
