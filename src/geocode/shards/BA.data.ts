// Made by `npm run places` from GeoNames (CC BY 4.0) and others, see NOTICE. Do not edit.
export default ' ,gMsKxAxI0lNLZLg]<ds)mTX5g2[(khR!Ey4&Ed^/k:dN;=in#8G<v;aUmq';
