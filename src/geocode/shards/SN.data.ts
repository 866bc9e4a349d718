// Made by `npm run places` from GeoNames (CC BY 4.0) and others, see NOTICE. Do not edit.
export default ' ,.~Z5DJ5NaG:>cy(e#x]OvIs0t#n:&uv>iz*_vv-,bQ,GT[!!6Ut*7fb,,LRd';
