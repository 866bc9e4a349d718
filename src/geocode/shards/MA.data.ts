// Made by `npm run places` from GeoNames (CC BY 4.0) and others, see NOTICE. Do not edit.
export default ' .:#adDtn%gi*StAg-?gRJeKBa_ke7dbXc_0Gf<oZ^_kMS5iu0>BeZe2G)K0.IUtJ|%s)VsRl_N/[a*6jNuzcYY)tWz$0y>nhFVAY}:*c gL&&0Les|M.kmJ3unOz,_mBGE$yjBq;>N|E^Oc}X%wHD-|!)(tn_ YRe0s+euETVGpaa7;Xv{HMdDgY?)+FyU0z1&k>z,/l:e<so_D#Wehdzt^(vgJ6DI5[|0Tr@SlIuOExI4FQD8C3~R6PL(+WBTdi.Pzyr!3  ';
