import { createApp } from 'vue';
import Cases from './Cases.vue';

createApp(Cases).mount('#app');
