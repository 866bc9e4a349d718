// Made by `npm run places` from GeoNames (CC BY 4.0) and others, see NOTICE. Do not edit.
export default ' ,v}ts}z72=a+KR >ai:lD-6@!p$kw_LFJr@OQ{4(410FHv1:A@_i<BSm/';
