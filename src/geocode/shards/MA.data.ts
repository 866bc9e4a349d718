// Made by `npm run places` from GeoNames (CC BY 4.0) and others, see NOTICE. Do not edit.
export default ' .:#adDtn%gi*StAg-?gRJeKBa_ke7dbXc_0Gf<oZ^_kMS5iu0>BeZe2G)K0.IUtJ|%s)VsRl_N/[a*6jNuzcYY)tWz$0y>nhFVAY}:*c gL&&0Les|M.kmJ3unOz,_mBGE$yjBq;>N|E^Oc}X%wHD-|!)(tn_ YRe0s+euETVGpaa7;Xv{HMdDgY?)+FyU/X,^v,33Ac$Z_]x4VC?Ya$wFU4sH3bnK-R.=hri x_1!N2=@7Nz_jCy3N%JU&%:zO0iw7<AAw  ';
