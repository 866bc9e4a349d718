import 'datafast-live-map';

export default defineNuxtPlugin(() => {});
