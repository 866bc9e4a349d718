// Made by `npm run places` from GeoNames (CC BY 4.0) and others, see NOTICE. Do not edit.
export default ' *t1sCgMfQ&U8-j=Wu<iZdu(yuA!5s';
