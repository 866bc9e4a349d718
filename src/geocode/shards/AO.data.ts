// Made by `npm run places` from GeoNames (CC BY 4.0) and others, see NOTICE. Do not edit.
export default ' ,y*r{rB^>=J}HPE<[WZbngG1CA;myD i;ew%<FKw{#0<E|ARB?a3Rj6]*sb_]],';
