// Made by `npm run places` from GeoNames (CC BY 4.0) and others, see NOTICE. Do not edit.
export default ' +(_Ce=aG{x4p#<tVEcnw>;!*iIc]T!]PvT4au!!9yx~UEUG6e^$8P';
