// Made by `npm run places` from GeoNames (CC BY 4.0) and others, see NOTICE. Do not edit.
export const PLACES: Readonly<Record<string, string>> = {
  CL: ' 1!$Cdy%5)NU>V[;ZsH-]>/~D6;*@gtiq!hyXMhQh:/7>r@u<O2E/pKnvga6Yo%<|N{sy2&$z!({g=2Gis#7cQ0&y>S;Kgyg5aT3!k0cUQW<Wc7(Nd}j2o9:(&DtQJ.qjlglgU^fwOQGQ~TJ?0Qbqhd[;myIU!uZkCEX:vg{{H+_$EugLA^.><L7Y1QfsOX4ma6&n<-{N&zN|@&A:-^$F%j~BHYG61Rfl}i9NC$GZqHPNCQG0O?.6N0I9P!@AAPd-/-?H=CT0qMJL^W|$<gnq0,[>Pz=SjtjdPcQFkg36;UGWOo=]2vw5i;z5%w nfkNvB,UyKw[&hH:>)_}$mJnY]InLK]_]gOXCi',
  PE: ' 0-8ROPP{}4NC(W+=1^bCS$diJt-W1FuyqTDg?w/ 31%LS@F(u;B&MJ6_P*@pD#t8I^%^+QRSN6?GOzzkO%=gD<Z_h_{dqiBhgQ$YOg]?kf7J9f?r[u[)|X1+U8?S=f{*mcNbGX[bZuT qR;C}+ohGK>7C>c]W-+BXo^R~X4,5gg!9h(TqPm%uvsd^w0bx0*[T.Kx%MZ%i@r|)Hh:CP?YAN_A!cV9]><rYw/KLEAY/8g]Sa19dEvUL7~SBja|iR5)C{Ga&R~OtEQNGfnK4^:uy  ',
};
