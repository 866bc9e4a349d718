// Made by `npm run places` from GeoNames (CC BY 4.0) and others, see NOTICE. Do not edit.
export default ' +!#Nz?tt@ gP^)DLvuT%7cp]I5%zt0#lTWI  ';
