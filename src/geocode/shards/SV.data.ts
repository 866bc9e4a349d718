// Made by `npm run places` from GeoNames (CC BY 4.0) and others, see NOTICE. Do not edit.
export default ' ,xEts}z72=P7k 9: 0Ck4m&M?u-v/+bCn4:V4Y?itlnrH]kg0fL(5dlv~';
