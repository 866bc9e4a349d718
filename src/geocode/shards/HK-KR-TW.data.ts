// Made by `npm run places` from GeoNames (CC BY 4.0) and others, see NOTICE. Do not edit.
export const PLACES: Readonly<Record<string, string>> = {
  HK: ' .36WHm69}dkStX*Sy|E)K=*ORM;ma-wy8)6|N*Y-Z=<TR)g9+wh?DMWcD;qx,+p7$-;82^F4H8%RA4TAK[9J/8wsJrrrf9b1%1>GxM98P',
  KR: ' /5N|ppufo]R>[#&z%v:cxMZq.HL=#/LkC0yXXP=7qPr4 9BqS!JS~O/,HEJ8b4%b-*;uh-BJZ MA76Sehn.zQ<QzXsq7s@ff9PL9M#]tqZo3i w,~Z4Z!S_mK/Fx{X3l.A8aqxU( Eippgb}Qg#KdEu*wM$oMs0;WzDR>*3]loq.VWe6b%>WXC7!xGU!13(?k 6peQPw/8}JHl2/q)xx-@zEyXf!HP]drt..usS<W68?gZU_JQVkMl-H3>+Ms:L/@O4+@hOHldx)_L.py<Ak)&t/12*?|2heB|VN{G :d;qcA|9iLN]ktre[!V{Q-djK{G6Nz7M85r};fyOC3uiTT7oprOfYdl&+4&oy1Crb.<k(k3Fc[0C1hU4+EI0]FL73(0O,v.xBXeq|M7Odm#juTG*50ykF3M2;s ZEsY =U=Q^>g#RvO!',
  TW: ' .)S.gw,E+k<1XDwbC;WD+V]=d;?@mWaAc:,_IXEcoWQ/B, glz1NpC)#a],zBv_gql2mQX>^Nj?w+Wo%Pi/lApI2;?ci<x/L$t$DM.B8<rt:k18S5wjL/IUuImSR=}GDqmE4N  ',
};
