// Made by `npm run places` from GeoNames (CC BY 4.0) and others, see NOTICE. Do not edit.
export default ' .!hTZFCvY@I.}Z<q41o>xx2<9bwp6S)!xwYQNk3eTn2y3oh@@K[9-gM{qAnq!H:J:%DjWlSK$e=q{ozr{g=Ia-I[ms!DbYwhdkKyKp*FmP6^Rf])weV%af0^OVMf6ulHJb{<Ki!K]$Y0X2RrzYwZEL|#!0d7O9Qu)AF(D.MgE^l#(^6}-5Cu,csPz*&&OzY_qxGJ%z:9)IfdugP4Tm(8#6dT*!,iOvp/4cX3u<m@9/h*ux<VL9U';
