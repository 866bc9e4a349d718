// Made by `npm run places` from GeoNames (CC BY 4.0) and others, see NOTICE. Do not edit.
export default ' +uVq2}eIE@_]= $[1:F*>1P2mzGhIX#=I';
