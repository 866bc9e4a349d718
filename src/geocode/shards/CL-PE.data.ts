// Made by `npm run places` from GeoNames (CC BY 4.0) and others, see NOTICE. Do not edit.
export const PLACES: Readonly<Record<string, string>> = {
  CL: ' 1!$Cdy%5)NU>V[;ZsH-]>/~D6;*@gtiq!hyXMhQh:/7>r@u<O2E/pKnvga6Yo%<|N{sy2&$z!({g=2Gis#7cQ0&y>S;Kgyg5aT3!k0cUQW<Wc7(Nd}j2o9:(&DtQJ.qjlglgU^fwOQGR!Zz8oQbqhd[;myIU!uZkCEX:vg{{H+_$EugLA^.><L7Y1QeJ)nEMstbO3yov#5yLaW~)E]a+J+comW:thofS4q=#QI 1]jU7GWtY>*,!E&4y;%6{Hx{&.1s#K9Vpy^*yggU9.WRT#0Mb&wLOMzs2<*-k*FPj!]j{n_c8ckhsG?%6M={57XkzhWZAgtx>d&_CKs1+eHJp)!B1+v]gp]RYAE07mbtmkfDgQ',
  PE: ' 0-8ROPP{}4NC(W+=1^bCS$diJt-W1FuyqTDg?w/ 31%LS@F(u;B&MJ6_P*@pD#t8I^%^+QRSN6?GOzzkO%=gD<Z_h_{dqiBhgQ$YOg]?kf7J9f?r[u[)|X1+U8?S=f{*mcNbGX[bZuT qR;C}+ohGK>7C>c]W-+BXo^R~X4y9j)LKkexQ?7Ak:+?o|!1^J8Y?PyUW]S3-RFlb/v>5Dl#,cT^-+hjQ_p@5KL$Ek.N>NwRH3Y)/VeI/26mDcU<X}ICM-;?TIN,d_1Ilzj{0S{pB+htqK,o{',
};
