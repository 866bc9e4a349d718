// Made by `npm run places` from GeoNames (CC BY 4.0) and others, see NOTICE. Do not edit.
export default ' .t1srNz=sv9#K=Av6.Lm=#Y>G!aEP[wX/a/L&YF=kFfdqmgYuA*|>CLp%;U(Y11KaJ:*gOzxrMf<I]I(+HzRL*b#QE.1kii5G:rhDEd TT:1:uYLOH4X&2K20>~i?llC-l6Fm!Po11|A(|%4FDA2:(he!/2:PhLRh,yZ/UBw()/t$Fr=.YW>z*dTEs+  ';
