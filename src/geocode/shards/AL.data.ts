// Made by `npm run places` from GeoNames (CC BY 4.0) and others, see NOTICE. Do not edit.
export default ' ,ri4*|G@jq&,St0H*=3!_0po}mD0:GzP60G&-r?-Q[i-9';
