// Made by `npm run places` from GeoNames (CC BY 4.0) and others, see NOTICE. Do not edit.
export default ' +t1ra}r1Y0bmR<CtBkqa&N-O-o9mQlJ';
