// Made by `npm run places` from GeoNames (CC BY 4.0) and others, see NOTICE. Do not edit.
export default ' +t1C$yj]OhO5[Yba{%u$-o*} E*4z d';
