// Made by `npm run places` from GeoNames (CC BY 4.0) and others, see NOTICE. Do not edit.
export default ' /)C-3r5?PQX,O0_^C7rK<Mr8}.7>n*|590yyuZaOw.Wj!UaYj2ZGts(VrD5/KQxpdr:6(WpI)|o;BqM.*!iUSh~gP-Th|IDy(025t=Wy$OSBLf?W+mU;Ji_f9R|i&9CoP>Zz7R=ejPAgQnAbVvw51EyN.? KV)Mw_KV{ :U%D?CpiWIo{[L1s?PG:GUz_!M]Q-@oKqVU[Sz7.J~HxcY}KeZ,a?b:%Ia:D2Qc ;[2./$)f0T 9KfU~Hq-r:gFz>$Ft.*tOny8!m,ftAnL@  ';
