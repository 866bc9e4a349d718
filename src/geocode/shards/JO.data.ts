// Made by `npm run places` from GeoNames (CC BY 4.0) and others, see NOTICE. Do not edit.
export default ' ,+orfZc1Ip<Rt? lz=Pd?#Aa7QbE}CT=K*yiPs*k4[[2}.uni!n/aXqI#CZ:9Ci';
