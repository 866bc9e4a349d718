// Made by `npm run places` from GeoNames (CC BY 4.0) and others, see NOTICE. Do not edit.
export default ' ,v}o4}sX]]Quo+b,Pl<#B]4s9IR)PjKJqLa33^RRhT{Ws?}<&=i#n';
