// Made by `npm run places` from GeoNames (CC BY 4.0) and others, see NOTICE. Do not edit.
export default ' ,gOl8{[6YS**$kW@)x}ol7m{9RG*-mmiOO4Ct9*J%';
