import { Component } from '@angular/core';
import 'datafast-live-map';
import 'datafast-live-map/badge';
import { LiveBadgeDirective, LiveMapDirective } from 'datafast-live-map/angular';
import type { LiveMapEventMap } from 'datafast-live-map';

@Component({
  selector: 'live-shop',
  imports: [LiveBadgeDirective, LiveMapDirective],
  template: `
    <header><datafast-live-badge proxy-url="/live"></datafast-live-badge></header>
    <datafast-live-map
      proxy-url="/live"
      [tickerSize]="3"
      [headers]="headers"
      (datafast-update)="onUpdate($event)"
    ></datafast-live-map>
    <p>{{ people === null ? 'No count yet.' : people + ' people are here.' }}</p>
  `,
})
export class Shop {
  headers = { 'X-Team': 'growth' };
  people: number | null = null;

  onUpdate({ detail }: LiveMapEventMap['datafast-update']) {
    this.people = detail.snapshot.data.count;
  }
}
