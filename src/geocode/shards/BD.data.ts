// Made by `npm run places` from GeoNames (CC BY 4.0) and others, see NOTICE. Do not edit.
export default ' .!F#ktn@v![C1Sb-a/}ES%f#0zwb3$.o1xxf1:rEy,(O4!#:RZ%=jS$c;XC*+CsWc@JCs;uft*{><FJ*?@X4-Qw+O8<0n&/E?{@*m(wB3C,g#l.LoE59oAsi=YBQ2gS}7Ze&:461Q9hNk)<h1Bzu1E#rna%sL0Ci-Th)E&sLJ0-2wG{a/OgKw! yh,)$#_~|Ft-9NAV+FB8a }OsSM<+];J}nVPge=Ljdb|r.>6Du2cFH2R,Z&*aBX0kp6%Nu*XpH>xDfap[13Td d6BZG6+Q&<37';
