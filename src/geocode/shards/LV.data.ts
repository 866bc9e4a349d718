// Made by `npm run places` from GeoNames (CC BY 4.0) and others, see NOTICE. Do not edit.
export default ' ,{TzY7Uc[gkN1c|1E=_**s?DO]a}2!s(3|Cr/v,{]@G@y$-JToA!jf=l/dr]F!yPp3h!oKls.b)/B,<';
