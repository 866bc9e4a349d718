import { CanvasRenderer } from 'echarts/renderers';
import { echartsContender } from '../shared/echarts.mjs';

export const name = 'echarts 6 geo+scatter, canvas';
export const { mount, update } = echartsContender(CanvasRenderer, 'canvas');
