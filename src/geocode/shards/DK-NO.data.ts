// Made by `npm run places` from GeoNames (CC BY 4.0) and others, see NOTICE. Do not edit.
export const PLACES: Readonly<Record<string, string>> = {
  DK: ' 01~TF)4)934wj0d7I-PmknF&vV7w}0jJWes7L_ch#j#%[(n>JxOIY[^dcP,b}6 /blhrX({G$U84wmo:>i0k //ng{E21=Q00gSZj,sMqM$4D&*P}2!kA5X|P%V_x<.gI0 V7$MC&XpPE^{7qBnQ)q/YlK@Wnk(Z43Lj!fIWLL# UL+!NzmUWOP.pcca4p)NITzh/<pMaC1ft+&^B@p{atv8r&802 _l~7BSw(~%?sBSn1ad:}vp7MQ^])s)k)rXednK-fp|0j;V]p2$E|]>VzATLBtx8  ',
  NO: ' 1 ^}j_M_4]aLM=>Rm1mRHiq}u4C=ekz|?s=3w%g8?X|4z8h(}*A64aQm}UG}w)!+fB3gi]n9sib@AQ|y|)#gX^Q> uvlIkhBlC>yYk*l1ZOrv1q]]^@H2?8Z~=oC$+_XlQ.!Ymn]:fitJdlP.rqHOiWXy<@thK_n0c?pm8~o!u?^_X@zQ?gj[m~bMVb+lOs2cW^WGUsk21PAsnI&/Io#W;SN/.%J$>pc/LWaY=f9,f:_rwuwf^M^x_O]%U3Q3+2N6WwgL%ixIzV6tS{(e@< Zoe0w3Mkp08?bOEUe1*^]I?d$80R) 0>*jPD$glzQhEGlK#UXk9=HbZ,2xjxx/DvD%[]jY$Sh/VRK8fCT1%=Pu{HvwaKf)EPJxr&qExW|5Uj{HJ/a}XQ.!x=&F<l@/n8PhO}&j@',
};
