import '../src/index.ts';
import '../src/badge.ts';
import './copy.ts';
