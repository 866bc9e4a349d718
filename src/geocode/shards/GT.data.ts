// Made by `npm run places` from GeoNames (CC BY 4.0) and others, see NOTICE. Do not edit.
export default ' -y*x5q%.)]BMxdlfP%R}Jm/+>K&HD{l|b/PJV[h^*!ITsAr%DS;Mdbcb@Tb#kl6=HY|}.|* Ptq-bEA';
