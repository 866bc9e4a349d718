import { Component, CUSTOM_ELEMENTS_SCHEMA } from '@angular/core';
import 'datafast-live-map';
import 'datafast-live-map/badge';

@Component({
  selector: 'live-shop',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <header><datafast-live-badge proxy-url="/live"></datafast-live-badge></header>
    <datafast-live-map proxy-url="/live"></datafast-live-map>
  `,
})
export class Shop {}
