// Made by `npm run places` from GeoNames (CC BY 4.0) and others, see NOTICE. Do not edit.
export default ' .36WHm69}dkStX*Sy|E)K=*ORM;ma-wy8)6|N*Y-Z=<TR)g9+wh?DMWcD;qx,+p7$-;82^F4H8%RA4TAK[9J/8wsJrrrf9b1%1>GxM98P';
