// Made by `npm run places` from GeoNames (CC BY 4.0) and others, see NOTICE. Do not edit.
export default ' +riM}}.(:>GT[JLSChU|~dN%ZPy9>Qr{0eCk+mym/';
