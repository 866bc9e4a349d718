import * as echarts from 'echarts/core';
import { ScatterChart } from 'echarts/charts';
import { GeoComponent } from 'echarts/components';
import { landCollection } from './land.mjs';

const dataOf = (dots) => dots.map(({ id, lon, lat }) => ({ name: id, value: [lon, lat] }));

function registerLand() {
  const land = landCollection();
  for (const feature of land.features) feature.properties = { name: 'land' };
  echarts.registerMap('world', land);
}

/** @param {'canvas' | 'svg'} renderer The name of `Renderer`. */
export function echartsContender(Renderer, renderer) {
  echarts.use([ScatterChart, GeoComponent, Renderer]);
  let chart;
  return {
    mount(host, dots) {
      return new Promise((resolve) => {
        registerLand();
        chart = echarts.init(host, null, { renderer, width: 960, height: 500 });
        chart.on('finished', () => resolve());
        chart.setOption({
          animation: false,
          geo: { map: 'world', silent: true, itemStyle: { areaColor: '#ccd' } },
          series: [
            {
              id: 'dots',
              type: 'scatter',
              coordinateSystem: 'geo',
              symbolSize: 4,
              itemStyle: { color: '#e33' },
              large: true,
              largeThreshold: 2000,
              data: dataOf(dots),
            },
          ],
        });
      });
    },
    update(dots) {
      chart.setOption({ series: [{ id: 'dots', data: dataOf(dots) }] });
    },
  };
}
