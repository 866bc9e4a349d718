// Made by `npm run places` from GeoNames (CC BY 4.0) and others, see NOTICE. Do not edit.
export const PLACES: Readonly<Record<string, string>> = {
  CZ: ' 1,e%V@Uz0<o0toH.fv?zm*H1&IJepLke3klU z8 .RABg,A1f,LF5[j3zkA$$!^#;_8+@Z3gI8;2opHeS{i)T9$wE7xG5%Z[_:vs9{,(SCc3Ae$)g<Qo DRA@;ogfYje[.rXF  {mSGaBrrO=>qhR)4GFN*Igr^[!?w<+!e3x.;B]x,u-J,6D)^3yf]2DYN4Sxg3RI>46}z4}D,O.$TgaaM5a]A*[!>]Qm&Y6a5$FI}#Z=r*kA+M0 LPN00,l(0Rth-|~VxeCWQM.;3^@k{m0;s]z@bn4p47__G-0jnKe5~GbLA6+e(D.@ >{X5d@,wjY5M,1;Wvo)l/Zi,?[O dS>I7I_~]aS0TQ9#/%)BprW--q0EoHPLuQdd',
  HU: ' 00&S4>Gt<JR{s))3%51dVMr_Y,0L%3<g_yC[ATlv^YI|rIp_S?h-o@5;k^uFoVc/.wfMpr&5W>y|61&yBjNxNOiHRZt$)]KXHS]%8|(c1270uo]zKu@LU*L5tr_:o,?luQPhQMV4>5VI+uk7P#I&k2b#000v%OIT;XnG=&AMv-fo;]A#=/V8COO8c=l=@pG;xr{!x@Hyw3*RoGm.yew[(<[^<KD 5TgE!KtKGlnBXA#ABIKxj6:;Zfj_8Ue:kR1c|1ncXgwmq',
  RO: ' 0/ U>G(vY@I.~48Xxluib@$tr7,wN[07E^|NsT{%FRu94R$h!7)G:.C<x3&;Je3&}zKQyjT/x!L]B*UAylw,4nAG?cBfIdtM2C?PE,X{<VFFh/|LJ[v|NlZQ,cTw 0E*B3Z*F=_qh9~w@^mE*lGuyFpHJz9!>.h&Q$xStyE2N!*;u2/ UuVX?Omwjk^rLyLUQ|0V%>Y|)u?yp-lt3zPE99qMw?O&<:i!qH=M-B}9i7y%~g]?NPien6F+MtzWYJUU9pOh)F<J#^(O!',
  SK: ' 0 rO&}lZ{,+ysE36_[@Zk*;0HqsZXQ?q(uO:iR%9;FsC@9O#?[~9+OCP!ZKW|XZ=rhybX{J[rlPB$O@Z8n,>M+dJTEXMv[g+;-msZi7RMfZLR.tf;i6 :9ivzzRok=@tb}Hdk0:Kn-3R7vu}]6~I2X>&<5G5;zZs*>mNC-F+=ono DgEi-Ok^[?h41xvH,;,^E=KC}j2IY%RX  ',
};
