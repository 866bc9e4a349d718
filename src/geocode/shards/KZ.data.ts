// Made by `npm run places` from GeoNames (CC BY 4.0) and others, see NOTICE. Do not edit.
export default ' .gP&$}Ycz_Nj9Wna808<:dWc2,)#~mUOf)n!K3f^P=-GHPHVVnFk[3r{=oXn}SmpcOyEa ?tCD7@&&!-zi{ x[]1:x#7ZsEZ+r~C[GXMAGXK*jmn$xpY]XY9pOfAY&n(F<xFJ^oZ@lf9lb-yMxa.^W!|MPG-rplUIxRoT,,&3rh0jT!0Sn$1MpgpGg.L?>?m{QvM?bnUn^$*]KL)G%S/8I8LW&h:Fat=pv2G4[[-ivzC6#V^W$1)0a^D3G_V)hBK>[th5F%qpO~mWwE';
