// Made by `npm run places` from GeoNames (CC BY 4.0) and others, see NOTICE. Do not edit.
export default ' .m.eM}AbXc_r_u>(,D|e )&xRHEWqj(!+ivBcg_k| qUz1v0L2X(@=W7u?HjNqd#5dg*De_H3l}W:.ts/!;4Yo8Ph<+R8.H5oR&90?b4$2WBIAR+tC,FRBwm<PsX.S5-pV5:VZmn*3[86IF+TCYs9R@&yGiR ;^7=;_iEPg*?3/6n=@X(;l,S>|d1Do(%3-;N JC8Di?A:vqVjN*/LA{pN5(F>SGK)U-XO(6=D8U6RUE9,4EEgChBmHzA&%Z4=?&)5$=tU4#IU{  ';
