// Made by `npm run places` from GeoNames (CC BY 4.0) and others, see NOTICE. Do not edit.
export default ' +5z|vCf|V]VCb[Z8M(k7#[nP5cq36G<rGos:kLuP(';
