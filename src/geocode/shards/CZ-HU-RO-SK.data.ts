// Made by `npm run places` from GeoNames (CC BY 4.0) and others, see NOTICE. Do not edit.
export const PLACES: Readonly<Record<string, string>> = {
  CZ: ' /50%VKn}L3Li5ATJas=>PaCe:E]K| ~&t gY[RjIe]FM)Wn/@{tR0T^ X4;f]$|Y83YHj{#ENw_T^tfys$HO>d09y9.K,X{H@,LbZ}nr}XVEO60fUfR@D5*)Aq,jRO;_!arT92/6@T8Z^[ oWo!K-C*[{dO/b/zy_}}#Clj-hEG^#8sfkQfr&tHe^D59RTy,Yke5EZa:;p+vhqDVtQaK>l@X~r>|DI&K1+kSM7].e;Z0RKYN>x){GUP=h%*GhE}uBf<-S$8=W,6dI|9f?;=zIP]08pKkGm/{qFHM!Z3Qu%k=e#VZ7XIm*#Y3L<DNd&,GXH]Vmwt|FleeFZIPt&ObBs4  ',
  HU: ' .3xS4[zt<JR{rz(bB,?T:DsUY@flOLtF.ez@99iPE]%R8v+uw5Y[0]!/fo t77{7!_S,iP^TQh<|eu/4-<B0ji5D_UZ:@0,XV-m1m0C;{TKUS?,ZgLc0^?]^>?!rn}M7^,uix/] s!kpx?2ppppH5_0X^b& (i{H<MO4ssmd3${R^_!yGHC^Am=q^JMki&Qzvi1(bq%fV4q3^l:n#C{@ ,0e|+:k]O.9sC4Fslae|/-83l/=W-9',
  RO: ' .!hTZFCvY@I.}Z<q41o>xx2<9bwp6S)!xwYQNk3eTn2y3oh@@K[9-gM{qAnq!H:J:%DjWlSK$e=q{ozr{g=Ia-I[ms!DbYwhdkKyKp*FmP6^Rf])weV%af0^OVMf6ulHJb{<Ki!K]$Y0X2RrzYwZEL|#!0d7O9Qu)AF(D.MgE^l#(^6}-5Cu,csPz*&&OzY_qxGJ%z:9)IfdugP4Tm(8#6dT*!,iOvp/4cX3u<m@9/h*ux<VL9U',
  SK: ' .5qO(8Ut5[#g?eZLz^1!ve17X:} n6>wO_)7R-CA}@tJ(^.kxl%?#T#u9++hF2J$upFfI(CAw?1>BPzHb>!!+]~[~G#uQZW#ER3oFh_ZV]4|FS$I4ty:=-R}i2}nJoQsc2TKClS09;SoH3?%~*r]>PU:ps>-.E ed$yL+%^k/}qq$A B3L581wW {.+  ',
};
