import { defineConfig } from 'vite';

export default defineConfig({
  resolve: {
    alias: [
      { find: /^react(?=$|\/)/, replacement: 'react-18' },
      { find: /^react-dom(?=$|\/)/, replacement: 'react-dom-18' },
    ],
  },
});
