// Made by `npm run places` from GeoNames (CC BY 4.0) and others, see NOTICE. Do not edit.
export default ' ,LC&,ILXe|%ubRsy,G .tKld!qJB{Ij6n?Y VA?zh,!AB&HJ5(|V9g1';
