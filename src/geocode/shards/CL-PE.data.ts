// Made by `npm run places` from GeoNames (CC BY 4.0) and others, see NOTICE. Do not edit.
export const PLACES: Readonly<Record<string, string>> = {
  CL: ' /0FCdpY5)NU>UwCFGd,_ttH)@??vbp59*04WoRP%@#3yMDMK<}MENJRr9O|Xj $Y{M>PyPHy)bsAsK {x^L2h3.r%Zzk2<;6[/&PR06@9>{#h[~gb2w^=!%,?Lg?-(Qj3-|Sb2v}bIaX_>$@/?tx{7|:kkndVLI^V;m@eP-{F(.+C@b?nM=P vL$J[,=NYT<CU|+w8,LHZNWu;W&1ZHswPjfkq2iVzWX)+JuLY&Dqu]:=U%-0!51 %>9*tBBY,{wL<wKdy}pqhBa^gCG.uitL/cOxL^<.1QL<d8=SyM[e: FC/69(G _;oj=5=}>*qkBN^FmGCPEch>|kCi',
  PE: ' .-8RP!O{}4NC(W+=WXMN.0H@]:G#w<Mlw7lzb^Yz,[]4c(9InY:<Ei$c%zi.O$F)0PVI*zxXHp^+T5nEyXmL2p&0IbannHwyV:,bbz,YDz08sw(z9Meq+Ah!=EF87x %Iy48pS>SOQ*9llLg~)XMHj8uw!?-apDmO1N$$$9d_6y9s^2saYLA_Eo|ghQgaBOPy91FE{*]Ct6yw|#d|!=yU@{Y_}JrOfrr9*gh#)jb!@.+G<pt<Uth<Se$gkMU=4E4gm!Eo{q  ',
};
