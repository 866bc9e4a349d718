// Made by `npm run places` from GeoNames (CC BY 4.0) and others, see NOTICE. Do not edit.
export default ' + _NwqBv eO-/z@>>N~B-9]jI*tO*jgr]{5';
