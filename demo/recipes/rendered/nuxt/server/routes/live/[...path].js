export default defineEventHandler((event) => liveMapProxy().fetch(toWebRequest(event)));
