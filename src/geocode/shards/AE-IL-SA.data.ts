// Made by `npm run places` from GeoNames (CC BY 4.0) and others, see NOTICE. Do not edit.
export const PLACES: Readonly<Record<string, string>> = {
  AE: ' / >}{Vo|bzs}3gne#t3&t>--|HEj?C_nr6k;;G$/u?%KA94%1hmvdT9;VQ&711PF8Oe({{DBT}.4GosvU)$',
  IL: ' 0&2}G@y5?9])~.p+r@LyEC!;0kH4?TjnDxm^*<[E]cF^Uu.5ZfB=hfp>0vod[>Tq5Sz*H:!xUnmM_r:]GiD!D]5_^9P>19;%8_&,74Cs}YCA} d|H4Cy-T]Rd<NtSPR4W)a/v7[h@{Ve+IVPHj4U8?c}VL/Z ]rnCNbAaXFb|eVHuA<[Xxn?kee6JZZN>I;;x6c.)%>Hc5f{OJj&jn;FXU.p%x}tC4G4p1t5Q  ',
  SA: ' 0 9}KxE3<Jb?6K3YPgLA#vU0lS-A}AJRfl)<L]d$k hrTN9F^kvcyoe<~Gme]Naq@C+IM)6X#UOM{%{X/x#%7@Hz4TY4kk!O)iqUT!r_Sm~tTgs=pPY(&G7&ZadtYCL*0@(J_-tq<>>YbrOzi>-)?8!7[Z0F%SbLN/4|^LJ9?<skaF|K96g?YH2}%AQU%GU8iQmT?W,K(E1&aGBZ{75&!%ztt&>KjmDz^lD{nXsUv}]v0v{-Ew,Is$Vg~pLGaaWMs}YE ]u$s',
};
