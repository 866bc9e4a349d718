// Made by `npm run places` from GeoNames (CC BY 4.0) and others, see NOTICE. Do not edit.
export default ' ,v}q0}s{K7XKBh,zj]jU~cy8AN.bS4&c])eK)$ >xc[>Y)1om]Vs7R<fz9DSZB^8s+ #w:9Q3QfIeG/DL';
