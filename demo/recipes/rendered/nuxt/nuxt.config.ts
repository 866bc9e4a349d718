export default defineNuxtConfig({
  compatibilityDate: '2026-11-01',
  app: { head: { title: 'Live map from Nuxt', htmlAttrs: { lang: 'en' } } },
});
