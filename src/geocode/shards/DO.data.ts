// Made by `npm run places` from GeoNames (CC BY 4.0) and others, see NOTICE. Do not edit.
export default ' -{<z|g6uID0$$oR[Yf$!!3MW4XHHj&yO)X_)apb|;ybbS[+>^@aJH$QY[;DWp2UCi=7()2kp,ATNk$Fq|  ';
