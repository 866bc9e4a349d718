// Made by `npm run places` from GeoNames (CC BY 4.0) and others, see NOTICE. Do not edit.
export default ' , A#kuyiZ.1ms%#-7KJyNOV#i5m8jZW*vmN4B-2a(tQjR0E';
