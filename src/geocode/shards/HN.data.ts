// Made by `npm run places` from GeoNames (CC BY 4.0) and others, see NOTICE. Do not edit.
export default ' +#J8LnuAhqu0[GDCwokE0gP>95ncKAJ/~X)h6e_  ';
