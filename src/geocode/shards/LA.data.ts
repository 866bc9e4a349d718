// Made by `npm run places` from GeoNames (CC BY 4.0) and others, see NOTICE. Do not edit.
export default ' +!ECf(AN/Ovh~$SuB30IZzGY~$^Jf@/;2G+J<JB<ru^|LT<}[[q';
