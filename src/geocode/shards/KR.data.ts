// Made by `npm run places` from GeoNames (CC BY 4.0) and others, see NOTICE. Do not edit.
export default ' /BniD6L3(|G.J;K].h!/IjB4*pYm8l 1$fA/2CRBL;rT];GRMw$]Y&YGa@c$MKXT*4{ghZA[EGcnV.A3z)ai~I>m?5;p%AMesS+^4lz8q)fB1Jg?pjl>:C9^y]r(9e{bP$p+ub(8O(N}xz[p;?C9 &U/dLmU|_m/~X5JsMT+44{3JF+^>m|MZ.#/1%$+Qh<3F<-xsR|UW[y?T]SM<#> S/gi[?8.?*(Mw3HVSg-Ll4!J~JvbrlZCxussVVe6sW<mYFK?L)5TS//Vh3,Kq';
