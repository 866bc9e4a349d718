// Made by `npm run places` from GeoNames (CC BY 4.0) and others, see NOTICE. Do not edit.
export default ' -!h;<Y3FW|MG9#X$*XC6l8:#xXh|l@cuGo:n:?TszEnD/]5(g@T]TY8PBXUZq97xN!RGYLRFn!d$Brlf5xS&cdU0&I !l)b|P9[&{q,ah%X&)d|wWQ%au';
