import { createElement, version } from 'react';
import { createRoot } from 'react-dom/client';
import { Shop } from './shop.jsx';

if (!version.startsWith('18.')) throw new Error(`This is React ${version}.`);
createRoot(document.getElementById('root')).render(createElement(Shop));
