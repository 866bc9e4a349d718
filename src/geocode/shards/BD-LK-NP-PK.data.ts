// Made by `npm run places` from GeoNames (CC BY 4.0) and others, see NOTICE. Do not edit.
export const PLACES: Readonly<Record<string, string>> = {
  BD: ' .!F#ktn@v![C1Sb-a/}ES%f#0zwb3$.o1xxf1:rEy,(O4!#:RZ%=jS$c;XC*+CsWc@JCs;uft*{><FJ*?@X4-Qw+O8<0n&/E?{@*m(wB3C,g#l.LoE59oAsi=YBQ2gS}7Ze&:461Q9hNk)<h1Bzu1E#rna%sL0Ci-Th)E&sLJ0-2wG{a/OgKw! yh,)$#_~|Ft-9NAV+FB8a }OsSM<+];J}nVPge=Ljdb|r.>6Du2cFH2R,Z&*aBX0kp6%Nu*XpH>xDfap[13Td d6BZG6+Q&<37',
  LK: ' -!h;<Y3FW|MG9#X$*XC6l8:#xXh|l@cuGo:n:?TszEnD/]5(g@T]TY8PBXUZq97xN!RGYLRFn!d$Brlf5xS&cdU0&I !l)b|P9[&{q,ah%X&)d|wWQ%au',
  NP: ' -#K2qN0>mk13!d7]#;R1YR^M_:MF@A&I$C+nkxx;6/Ejnnv%C]GKo8.kJ>;K!qDW9(Mp3|+ir7*0Cf2+~rt@{R9P)_7m<y$>C^.DMNeEk$#Sz9cFuVi%0  ',
  PK: ' 0(7}d-8lGbjY(?~/CpH*N{Lt7a&vfUPkmusLoqMbcszmt$aB6vEg(L?T fmxjj+F)|<at^:jf)P0p]?4j*tF9joG0lxIN_B=g>LZR?_ko {ywN$0/J.}#5(]212aNoX9jg|qeWvkLw7Y)bxEQEOze:+^bD0Zv|Pw5^M)QvlUV?} >QdTjwVsfyK#+_1|]jS*v:G0MgQo)6#5.K*F>v5rLgK:}ZWGoJvjWs_$s/k^st]uS|kR9R 9NWS^6]9=d#Dinyan6d07QnT7Rp_mJhRz&gv1>2&h}m46uiRQ%%Nyz.D,:6 L7B*c=K>}#1f!( nx+c2W,Er4{=JcRpcDh3-SzFy:Ld>vQMAO55X7iIY28I3W{dSd@,oAZ6]j5#jlqEhf!1=HS/iW>mtW[#!.Ag!z=*G 0a[GC0kd9L@+/zvh72qFW&vu3(niM[1v1_,$Q=+=WYPfWXej#+A[Ad6s[miuL^MCGKEEl__$WU0{:56<1W%Kfl6, s$S*IRa3du)u =}7 5dXu/1vNCR]8+ukoTbW#UDDp-8orV(0h;I$vq9tP2>W2dV&ye].z P<f[KI%i%JFX&R&Qh})}(T_0$q8)x@UUe=go/.h6^YijOU:qHz]^Ns-JWvJ9@NQ;+6TF0P0!.7uW;|Vdi0]2GaD0Ev&*dB  ',
};
