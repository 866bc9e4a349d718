// Made by `npm run places` from GeoNames (CC BY 4.0) and others, see NOTICE. Do not edit.
export default ' .JBZJ&UR, &0>$zqINEFzgfcj,u+]xx&Lys>p(/{tWt|ygD.qvmQ]!A{,%;VXwe%5dB&!&%y;]<v3 nji/g[>IMOiW(!K4(ZW+PnNC,/fX)mbia|<H1l]MeER7S9knjp{!P3?^nR8*Fm6{q11qK{6&EIlU)fRo t{t{3c,@;1Ojt;dV93BQ5uZhEI:Q}Z-SPKSJj&Sf]5K3x8V>=F9(8V>.';
