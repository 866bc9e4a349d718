// Made by `npm run places` from GeoNames (CC BY 4.0) and others, see NOTICE. Do not edit.
export default ' .-8RP!O{}4NC(W+=WXMN.0H@]:G#w<Mlw7lzb^Yz,[]4c(9InY:<Ei$c%zi.O$F)0PVI*zxXHp^+T5nEyXmL2p&0IbannHwyV:,bbz,YDz08sw(z9Meq+Ah!=EF87x %Iy48pS>SOQ*9llLg~)XMHj8uw!?-apDmO1N$$$9d_6y9s^2saYLA_Eo|ghQgaBOPy91FE{*]Ct6yw|#d|!=yU@{Y_}JrOfrr9*gh#)jb!@.+G<pt<Uth<Se$gkMU=4E4gm!Eo{q  ';
