// Made by `npm run places` from GeoNames (CC BY 4.0) and others, see NOTICE. Do not edit.
export default ' .t1soNp_elr^R,UK[(eIgAZT$%V6BJW,t(v.u^-p)J4ZqFw(xE*{?U*c:p+c&WG]04]^%VYNgThaXY{Q=Vq6z{^y*Mp-HtmJJ6)xN-VFZ=d,HaFpCL>hR 9Gy>WYpJ.yGA,SvVl0@sS@22gsHFXr4Y*7/n6}#aw;d.U*8<YK^0U=cEXSfMemTSMpoU4egXR1pRpj%Ku<zVvK7$}uL-ozq2Trqj#BJj!t1%{qfY_I(Wrt*S~|3Pcfb.yP_jcL?Ntyy+57}G}OTT)O!';
