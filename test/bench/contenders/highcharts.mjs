import Highcharts from 'highcharts/esm/highmaps.js';
import { landCollection } from '../shared/land.mjs';

export const name = 'highcharts maps 13';

let chart;

const dataOf = (dots) => dots.map(({ id, lon, lat }) => ({ id, lon, lat }));

export function mount(host, dots) {
  const off = { enabled: false };
  chart = Highcharts.mapChart(host, {
    chart: { width: 960, height: 500, animation: false },
    title: { text: '' },
    credits: off,
    legend: off,
    mapView: { projection: { name: 'EqualEarth' } },
    plotOptions: {
      series: { animation: false, turboThreshold: 0, dataLabels: off, states: { hover: off, inactive: off } },
    },
    series: [
      { type: 'map', mapData: landCollection(), allAreas: true, nullColor: '#ccd' },
      { type: 'mappoint', marker: { radius: 2, lineWidth: 0 }, color: '#e33', data: dataOf(dots) },
    ],
  });
}

export function update(dots) {
  chart.series[1].setData(dataOf(dots), true, false);
}
