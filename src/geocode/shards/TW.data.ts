// Made by `npm run places` from GeoNames (CC BY 4.0) and others, see NOTICE. Do not edit.
export default ' .)S.gw,E+k<1XDwbC;WD+V]=d;?@mWaAc:,_IXEcoWQ/B, glz1NpC)#a],zBv_gql2mQX>^Nj?w+Wo%Pi/lApI2;?ci<x/L$t$DM.B8<rt:k18S5wjL/IUuImSR=}GDqmE4N  ';
