// Made by `npm run places` from GeoNames (CC BY 4.0) and others, see NOTICE. Do not edit.
export default ' +xEtu8MYbN+Gp2H+:X.^X(%CPK{17;p,l)@a4(9nx:Z';
