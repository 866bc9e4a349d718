import { SVGRenderer } from 'echarts/renderers';
import { echartsContender } from '../shared/echarts.mjs';

export const name = 'echarts 6 geo+scatter, SVG';
export const { mount, update } = echartsContender(SVGRenderer, 'svg');
