// Made by `npm run places` from GeoNames (CC BY 4.0) and others, see NOTICE. Do not edit.
export default ' .:,HIT))QW~d%@Yz/8hL/(yA@8_CiF@o@yz#.#i20.Rcf^Fb24zVXQQl.-(W*ZXEGfL-Sng?&YP*!05!&0)|Sv|C6H,VpNvKbrRMBAYgXY|k{p.+Y]HWr8~zt0E-oai+Bh4|xE3N4y;Hzi_$J$/KGdgyh+%mRBE4%0_Sw^M8Z4T|3K3^0-PRq#0b(w3UOmn||%j+5?d1!3CSCB.w>yT9@ tb^:hDq./EXOH?<N_To3G LgQ';
