// Made by `npm run places` from GeoNames (CC BY 4.0) and others, see NOTICE. Do not edit.
export default ' ,xEjJ}hkS+ uZE9U;-@%<HYQWByV0gED@Qe-E*tr%&VFs3FGIr1bz  ';
