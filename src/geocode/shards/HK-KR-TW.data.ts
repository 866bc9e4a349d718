// Made by `npm run places` from GeoNames (CC BY 4.0) and others, see NOTICE. Do not edit.
export const PLACES: Readonly<Record<string, string>> = {
  HK: ' 0 cYS(G9}dk[VNzQKDcjOIm)OQ>n^BTrd8YX&A7OH,mYl=Y*kx|{]^d?3}U[^ZvTMX4c8ZyMVsKN<QbvvXOL)OqB00}M_:jRaphvg@ui:e.i[8!4es0N>D OLPFifk$',
  KR: ' 2!4%M}=.McADI8H 1uP!sYd9<r!U>Zw clz/v.XY@poUFloT+E6an4U*8+>fF<xJdzCM^H;|LMS!Sz![y)7!V  M*3sN6b+/>>e!r-sG)En)-IG#a|Zs9l)[6ImL/6y}R0Aj%;M9>4v-wWOGDA|Gs5@eB=Ds2kxpih ]VKRAn&,Z@$l-c*SIVg#(bXoD-ZGpix>?MD>eHpMBT/W;+;/]R5&/9)yy4{yIkY}Or_8Uy [LsNMv8qw/lK_-PR>Ay/WQU?;fyyh]3<eNSE=gm(MZPLO4vk&HSRK9 TK]GH(nFJ1DfIS;-6iJ)1UQ=g0Wok1F%D4QK<y5TdndE:B.qbSMPg[!s/,tK]GJd==HcLrxK*$oUD0>1K0V0hqRGl(EE=+l3AXZEwH$$L6Eva72rQsWn^6kNO7$75L3jDMwy,5c@o!yVMDmNaICoEyD@{( |8*-=Dhsfk#^9t4viqn0f[m;Y5tiH%jZ>kWF_)EuMOPT!L,iLm&7F%NfvNy,U@S@5IH[)u3q;OLA)9.WpY+}b+-k1aTl=YjS j8ACh$b%.N?L7zBG(6TgqB#STuLIwM[Lp.0Jmmo{',
  TW: ' 0 0.IIWHr/to$2+*q7RUHD|,FeC@Jz)HzA:uJGE+0]8HzR!yB0toW6zXR8A&t8f:aZim$ uc&QY#L;46%#dwy!])QKn}QuOE@Jl&ZG.%_.z/g.E]x|D@S0K+U3#AOx;i:Lz6|W92(UL-DDUMSt-HP  ',
};
