// Made by `npm run places` from GeoNames (CC BY 4.0) and others, see NOTICE. Do not edit.
export default ' + @-5YK{K-t=PjXlJwzT_tj>byv>}Q$+:a;N2!G';
