// Made by `npm run places` from GeoNames (CC BY 4.0) and others, see NOTICE. Do not edit.
export default ' .6#.7oHskWgXx4.Y};6Nyaik(}@-h-fTBWUSAUiPp&>$_#?o%oQixi4xP;.FS(R^b?T{~E|HK@:|mJc%+iKDBOUirTP+]ae.te@YF.m].oAkZ(J+Yw#J{m%8Pl]-*4[-_wF|W/LM|*)mV[Yto<S^#7,oUe%swSnsxYH^*Bo)65i&{@O{p_i=v{)tyKDgSTrC>DQB>r%K$/E0fbTalf=:5}D_su>u1C+^SMDbur31M';
