import { Component } from '@angular/core';
import 'datafast-live-map';
import { LiveBadgeDirective, LiveMapDirective } from 'datafast-live-map/angular';
import type { DatafastLiveMap, LiveMapEventMap, Snapshot } from 'datafast-live-map';

@Component({
  selector: 'good-templates',
  imports: [LiveMapDirective, LiveBadgeDirective],
  template: `
    <datafast-live-map
      #map
      id="map"
      lang="de"
      class="wide"
      proxy-url="/live"
      ticker-size="3"
      theme="dark"
      borders
      fit="auto"
      [graticule]="isOn"
      [minCount]="3"
      [headers]="headers"
      [snapshot]="snapshot"
      [moment]="null"
      (datafast-payment)="onPayment($event)"
      (datafast-select)="onSelect($event)"
    >
      <h1 slot="heading">Right now</h1>
    </datafast-live-map>
    <datafast-live-badge [proxyUrl]="'/live'" [minCount]="3" href="/" theme="dark"></datafast-live-badge>
    <button type="button" (click)="refresh(map)">Refresh</button>
  `,
})
export class GoodTemplates {
  isOn = true;
  headers = { 'X-Team': 'growth' };
  snapshot: Snapshot | null = null;

  onPayment({ detail }: LiveMapEventMap['datafast-payment']): number | null {
    return detail.payment.amount;
  }

  onSelect({ detail }: LiveMapEventMap['datafast-select']): void {
    detail.visitors.map(({ location }) => location.city);
  }

  refresh(map: DatafastLiveMap): void {
    void map.refresh();
  }
}
