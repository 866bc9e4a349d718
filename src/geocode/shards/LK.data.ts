// Made by `npm run places` from GeoNames (CC BY 4.0) and others, see NOTICE. Do not edit.
export default ' -v}t?gD@6<Y{[eK,Z;>([^V,fK>4cL]KwfuVxc=3.vMEb^xg@.}^Gk3b>Eatq{O3r)]bL[~cMGUh^q@l-{a8G[:+,H_EF#jwASb*#0E(LpK}FlEQ!#,dk1H/e';
