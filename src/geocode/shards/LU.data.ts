// Made by `npm run places` from GeoNames (CC BY 4.0) and others, see NOTICE. Do not edit.
export default ' , ?NjgOM1ok$^F?s^TfDevF,t4+x*o0Rn<eVj@8';
