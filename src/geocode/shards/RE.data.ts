// Made by `npm run places` from GeoNames (CC BY 4.0) and others, see NOTICE. Do not edit.
export default ' + 1,2vAfTsfn)P]rM7m64>^-A8P';
