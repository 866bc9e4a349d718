// Made by `npm run places` from GeoNames (CC BY 4.0) and others, see NOTICE. Do not edit.
export default ' +t1q6}eID|lJy$y$CQuPZpT:/Uh8nTrIE';
