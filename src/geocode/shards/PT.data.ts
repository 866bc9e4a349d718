// Made by `npm run places` from GeoNames (CC BY 4.0) and others, see NOTICE. Do not edit.
export const PLACES: Readonly<Record<string, string>> = {
  PT: ' 1#mFS$Pgz;S>p4)C]*r?$!&@Sh|-Mb/Ugo1T_c4._+zn.I}IS&cSfGIk#}_1SY|t|5?;4L/9(H-LhQq7uqD.VvS7HF9/WH!&e+Z(p$BF^jh{cC2iP 5P ])Y|{_OQ*0p=RV(8P4e}{.:v5=x;oJHqSXmmafoo)F]ycTT*X]B!u-FU|a2lok>cl!W;;/4k>4)Xa^::-L?sZ?nhBke9f?^A+-I22zj5YAC39{<bC_A8-aJ?wo7~&*etl_QjZiJ}t}U}L:QEIjb]9:CKy>_7iR)z$<=1Ed?>F@+6)ft 7TdW#S@QUrs%#1a1 %;zXp1l9/]H2Zo}p268Wa[Jt]@h@7ypIakN!aV{NNO%}1l9M4gx$U?fq[Z^]:%F=Nx3]P#fcZT{(kJQCB]Qo+Iq#~C]ArQT){Ll0Tv=BAS8(uwrLnTK_so{}T{F[]O-_A+TXRZmIv$&EJmBnQp0XaNg%1,l-pL.  ',
};
