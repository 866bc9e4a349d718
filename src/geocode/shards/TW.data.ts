// Made by `npm run places` from GeoNames (CC BY 4.0) and others, see NOTICE. Do not edit.
export default ' ,7{Bi^h$EUBvg]qs-Y7pzkK4OG-s9$3ueg$b?}0XARKXP';
