// Made by `npm run places` from GeoNames (CC BY 4.0) and others, see NOTICE. Do not edit.
export default ' + @8L?Y>4,Ay3!$gk-@26qc{]T}>veb(nM&P}Y$T1 {mo  ';
