// Made by `npm run places` from GeoNames (CC BY 4.0) and others, see NOTICE. Do not edit.
export const PLACES: Readonly<Record<string, string>> = {
  DK: ' 1 sTF8a)9$8CeR#KHwRH63Bq.n{e*hro12ed?r3BBey |vBV$amHixKB,|1I3U:r(v:|OaC-5lF)H|)Sc]ddHnVk)l*xcC#U6&t#=_d+u/;OUckUQOoIU^%ls1:;n,u;h,OYCSYb0$f(dZDp:Kq*P4wj-Y?)(8S}jP-/ypzteO1*~A1Sm@TqVf /Ar81b*i0|P1ccD}n?rr/@y&H()Cy;Lt+pSboB_!vIx9z*7}$c-sks>>a=lQk57w^kqM8zR)Vw%.yh|=)]CTXf%YdKHf([*)zs+{q6Pf2J 5Uj/klrTp@8',
  NO: ' 1 ^}j_M_4]aLM=>Rm1mRHiq}u4C=ekz|?s=3w%g8?X|4z8h(}*A64aQm}UG}w)!+fB3gi]n9sib@AQ|y|)#gX^Q> uvlIkhBlC>yYk*l1ZOrv1q]]^@H2?8Z~=oC$+_XlQ.!Ymn]:fitJdlP.rqHOiWXy<@thK_n0c?pm8~o!u?^_X@zQ?gj[m~bMVb+lOs2cW^WGUsk21PAsnI&/Io#W;SN/.%J$;]j<]!0l8NM<K(LyJdx [/;;)3dQd/E)q=X<hwkel.D|1{g=>Az@59Al,h/}%hlVczSkVjELI;q|d+}i0lw5:)m&vB *$vU15>(L%G&q*1fElL/ZVX9-4KP*zR?xu4=??n.3WIzcWBa>b9SjFPEbB^h*4*wb2P,R,lQY1f1xqI{0{=S|0sv#  ',
};
