// Made by `npm run places` from GeoNames (CC BY 4.0) and others, see NOTICE. Do not edit.
export default ' +xEhP}]0Q%,Rv}<=R)A,~x3hoqpWv,y @Nr3%eq  ';
