// Made by `npm run places` from GeoNames (CC BY 4.0) and others, see NOTICE. Do not edit.
export default ' - A5_VY9$d 8)X<T{Ob_MDx1LxV)U}!;!- 3mt+rj1^TNAXseEGUd]++@uN  ';
