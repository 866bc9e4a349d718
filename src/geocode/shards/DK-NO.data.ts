// Made by `npm run places` from GeoNames (CC BY 4.0) and others, see NOTICE. Do not edit.
export const PLACES: Readonly<Record<string, string>> = {
  DK: ' .50TFIT)93w@BY8.C?uB)QT*]IC]g]D(C6+3?$/)<3^[T!t8T&k!*h?p7*NA82Zm|+<LXqCT[to+nXkqo4%><84j2@U<*8@r;k)4?lg9L &(#0^JOt.gb4-h#cv{D&jNk[|C_LG(ziKTnM/id5Lh>XjZ|;Uw/Ky#NW4hkVz}aX (kdwc(D4Dd>e!J.chfTN6ecY2#ivUJO}_6wNL=_U49W=z:Yn!Ife1{#[aH4YOG@>Gml8q{;z7cEAKJTaw7mTxM}H  ',
  NO: ' /)@}jri_4]aLM>,xIaR-sHE.SCCdL5~5R*m&X3%;+FSJYV_#b-o$p,Utr-}(>#H2Z]w)GlqpO)VBTgXcbJwXz2i/dYAM!*7lk}3f40tiq*<r5]qyD!,Y*Mk0.H.sAbI:YTKWF8xSjl|aI ifi9459C+D_|E><yx}qfUnG4vprV}mZd0uefR1v)?d;)[icx!m8.w#r}Kwl|7mvXPtWJlC9Z_!DW6,#4GnYiLZ1[fRr}pb2DI/j,bBV0n-?wt>XY .5kZz#rBHH+?AFB5fo^g9q]5(a?JoxsU{^%&lUSeA)CGi;OH]b3(_V_uiTiQl0h<O[OVXFZ[APS*yMZ]yV^RXE3/8mfrw8LSij%b^9{SjQqD.#p|j7>+A;V.8G6PgQ',
};
