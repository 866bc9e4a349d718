// Made by `npm run places` from GeoNames (CC BY 4.0) and others, see NOTICE. Do not edit.
export default ' +t1i{}j4x8qV}bi4v91KbCq=&nGDK0[r{Ci';
