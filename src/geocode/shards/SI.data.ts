// Made by `npm run places` from GeoNames (CC BY 4.0) and others, see NOTICE. Do not edit.
export default ' -|Y{5f.:e<I#X>AhhmH ?khhIhE6.*u]y9GSy-s!&dDFUw_J,-nvhDcS)BO=a/ylr-scAnH7I{0@ZMl4@{)GypwHnp6M?UlUi[=zh|x  ';
