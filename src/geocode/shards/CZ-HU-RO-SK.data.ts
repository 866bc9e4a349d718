// Made by `npm run places` from GeoNames (CC BY 4.0) and others, see NOTICE. Do not edit.
export const PLACES: Readonly<Record<string, string>> = {
  CZ: ' 1,dmO?rz0<o0tpkSkUzX[>5Rk4VIg!6-L6SE6lOoo!iww(:BOPTQD{ZH{X}5~^m/J)?1NVn52tuGU,0+Gslej_LQbfZ2C+T;Lb9x?*wORtA0Tq%FP2!Rp vXI.Cz$T^9[ s0,=dU8>4E=Aw^3c96_O8Bh6t|6M1RVOqGc)/tW*IPw(btAH!Y!7$ztm$]NwI!FZV,>o7]0;D0hFH:a[#r:W6T|(Koo*CiDJmm$WK]W1qI89o=<2b6|LN2G0Y+rf3RX1i^V7=7AP%JWeSHxB%*!MkgVikzu{6+d>E678k6VGT&@FsDm}s99.z?.(4/z_Eq4q=d=1eI[I;&Q;8D%Av;jJ7AEAJvyJ}]PvORhXm^HP3  ',
  HU: ' 00&Ql= t<JR{s))3%51dVMr_Y,0L%3<g_yC[ATlv^YI|rIp_S?h-o@5;k^uFoVc/.wfMpr&5W>y|61&yBjNxNOiHRZt$)]KXHS]%8|(c1270uo]zKu@LU*Q@kV<YiS#SIfj@bzVh7 bVN[d7C-vp|e3wD|e3s5.gvti7>$cw#U|1<uIJ)%z=Vt3)oM$bKc878}loh;hWYHU,)/_3:p[Df/pXi7~u7zRrg(rCu=zW 7CxqEk(DyX{N0c0,lE-fIra*A5',
  RO: ' 0/ TYFCvY@I.~48Xxluib@$tr7,wN[07E^|NsT{%FRu94R$h!7)G:.C<x3&;Je3&}zKQyjT/x!L]B*UAylw,4nAG?cBfIdtM2C?PE,X{<VFFh/|LJ[v|Ny$A]UC(&|Ok_#8!;K&og]ecx)a&TzbI,6i9[u)Eq5O@,mD2jFX>:ZY|oDJF/ *;<7A)GUJk-Uav}ECR[?71C- K#07xTSz!U1<&,:G{3!b*MnaAkG@;IF)$b?1qlq+.;<;M K{o}DEilZzc/Ygo{',
  SK: ' 0 rO&}lZ{,+ysE36_[@Zk*;0HqsZXQ?q(uO:iR%9;FsC@9O#?[~9+OCP!ZKW|XZ=rhybX{J[rlPB$O@Z8n,>M+dJTEXMv[g+;-msZi7RMfZLR.tf;i6 :9ivzzRok=@tb}Hdk0:Kn-3R7vu}]6~I2X>&<5G5;zZs*>mNC-F+=ono DgEi-Ok^[?h41xvH,;,^E=KC}j2IY%RX  ',
};
