// Made by `npm run places` from GeoNames (CC BY 4.0) and others, see NOTICE. Do not edit.
export default ' ,t1eI}a3LR$R:f-Y-2VHA?s<V[oO(*@]DTeU6-0Mzi6G;2?$lo0D}Yv&m[mlFZ#(F)?kW8P';
