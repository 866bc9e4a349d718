// Made by `npm run places` from GeoNames (CC BY 4.0) and others, see NOTICE. Do not edit.
export default ' ,m.Wo}W.5T#8I(i#0dbQTX^n[s&0  Kzw+r:)4Y :Zlrv?V^q(0m&}~h%]5t fkeJ4+-pIHv<';
