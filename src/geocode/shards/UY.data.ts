// Made by `npm run places` from GeoNames (CC BY 4.0) and others, see NOTICE. Do not edit.
export default ' -xEs.}}w.Lu{ ?xi^AAq[U4RrZHgceSzga!xmD!UJRk#i[4M[NU  Fj|yq~F[ov]zFp1%yeIOote3l9)g]Sa$67tq3*_omvOgMbz{rpK arcx=K))iMs[3;:dQwt2';
