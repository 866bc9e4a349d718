import * as am5 from '@amcharts/amcharts5';
import * as am5map from '@amcharts/amcharts5/map';
import { landCollection } from '../shared/land.mjs';

export const name = 'amcharts 5 map';

let root;
let points;

const dataOf = (dots) => dots.map(({ id, lon, lat }) => ({ id, geometry: { type: 'Point', coordinates: [lon, lat] } }));

const frame = () =>
  new Promise((resolve) => {
    root.events.once('frameended', () => resolve());
    setTimeout(resolve, 5000);
  });

const bullet = () => {
  const sprite = am5.Circle.new(root, { radius: 2, fill: am5.color(0xee3333) });
  return am5.Bullet.new(root, { sprite });
};

export async function mount(host, dots) {
  root = am5.Root.new(host);
  const still = { panX: 'none', panY: 'none', wheelY: 'none' };
  const chart = am5map.MapChart.new(root, { projection: am5map.geoNaturalEarth1(), ...still });
  root.container.children.push(chart);
  chart.series.push(am5map.MapPolygonSeries.new(root, { geoJSON: landCollection(), fill: am5.color(0xccccdd) }));
  points = chart.series.push(am5map.MapPointSeries.new(root, {}));
  points.bullets.push(bullet);
  await update(dots);
}

export async function update(dots) {
  points.data.setAll(dataOf(dots));
  await frame();
}
