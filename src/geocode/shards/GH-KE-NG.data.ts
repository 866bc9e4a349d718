// Made by `npm run places` from GeoNames (CC BY 4.0) and others, see NOTICE. Do not edit.
export const PLACES: Readonly<Record<string, string>> = {
  GH: ' . c-4We)kXp<6fAmQcvgA$4aAfcqY07*5SPJ}L0#Bzd%]e94,g(iEjjv[VDmsa{}vm&n/sM=x%tfYa^MG* H=EObT.q{]J/5BvkDD-Zn+3<L={&,#4CqiEf8+:-uqc%klv!>Y0vi->H_tMLku23X*npKKRFoa3h@pw>kEF|4iOV*>:0zX8c 0-B>Z#9s<Ubf^2}6^?BP(',
  KE: ' .*kf*<8Is17t)b|?8@eB}HnZx[EVJL~3VI (1+SxsYP(.6hv/?QO%lj^/l_8^J]MhDCNbx4.j3>k yH*3g?L}hdy{se=l2Xu/?<)VVM{Q,iN7#k9{oI 9{~P?}]K:T}veF6P,;o(6.&x{T?f<rx3hu9Mx[52tP<9O;${>eHaGx&Q*y2w2RTsAf)lM21R=.P5#3}2;n=r*XMithKlk0h:_t+f$WMEiuhxhOe&a9tnM=]@=j)b)%RU1?Y?9,}t7+qQ22YcY_(@z',
  NG: ' /6$fjx$={])hGz$WpwelznlK##A<F|-fVLxB$;L#W8Z@X?}G8Ro!(Q#h9Mt7pMpu)6%lhO?g8=ZArFx;/bqoK)ml KE]U2cq)sR{+U:$=[R,tu6.m,vIgDJ +Oi5l$#?m}SbxYgd~T_Hr|iTYu*JxT>It,c1s+%&h}IQTSgjRLq&Y<x}%E;)nrq>UO+gEf)vc;AogNV*ot4Pv@:b.Grym;8p_O_js;3)n<tODcgjcZB{RniBfpEGp+o0D;a<v_fG#XAgXkGrn=yaQ{Or*Wl:mIF!d]e@:8M.aVuU]4&$q0D=wW@k#aAxKC;ofLD_W/Zo$0xoV{Ev;h*IAxr<{@B!j_zoAZ^s vtt?_n5zF:ZjfH_6P[z>t$15o2$5$q4fMtk!F@EQk&G0S|1rZ|sYDP-Dv*dZi<FGB[9>aKP+4)l{|31#UO+@7Ra)+GO4+D#CFNsy<J|$+]Dz@2y0jVg[t1l!4/@{8f)yfwhCSJAZ6fNEE^A%+WGpll]F|v)gq11W5*Xd9xP%  ',
};
