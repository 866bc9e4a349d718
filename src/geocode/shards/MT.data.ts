// Made by `npm run places` from GeoNames (CC BY 4.0) and others, see NOTICE. Do not edit.
export default ' ,!F*GU0%u>ekfO8[eFDm_LyphAn(uuK%CwNqYmEuo?H  ';
