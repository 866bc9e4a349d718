// Made by `npm run places` from GeoNames (CC BY 4.0) and others, see NOTICE. Do not edit.
export default ' , bZ635T#H|RLt@@&Fax9e<OxPrPBvK]h6^EI91}i=S  ';
