import { mount } from 'svelte';
import Cases from './Cases.svelte';

mount(Cases, { target: document.getElementById('app') as HTMLElement });
