// Made by `npm run places` from GeoNames (CC BY 4.0) and others, see NOTICE. Do not edit.
export default ' .*kf*<8Is17t)b|?8@eB}HnZx[EVJL~3VI (1+SxsYP(.6hv/?QO%lj^/l_8^J]MhDCNbx4.j3>k yH*3g?L}hdy{se=l2Xu/?<)VVM{Q,iN7#k9{oI 9{~P?}]K:T}veF6P,;o(6.&x{T?f<rx3hu9Mx[52tP<9O;${>eHaGx&Q*y2w2RTsAf)lM21R=.P5#3}2;n=r*XMithKlk0h:_t+f$WMEiuhxhOe&a9tnM=]@=j)b)%RU1?Y?9,}t7+qQ22YcY_(@z';
