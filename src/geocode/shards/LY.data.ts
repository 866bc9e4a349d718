// Made by `npm run places` from GeoNames (CC BY 4.0) and others, see NOTICE. Do not edit.
export default ' ,z/sww7-)Yv]u&Dd-h~k^%/3Sl;!hz/}3w Bnb$g_ qs= a}b$p0J!TmH:CaT6vJAdbJri?IB@ku@#OUZ^39w';
