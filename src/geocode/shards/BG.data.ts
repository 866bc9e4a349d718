// Made by `npm run places` from GeoNames (CC BY 4.0) and others, see NOTICE. Do not edit.
export default ' .9|Ok}9teWzluY2rmG[9 Sg2Zl3;1/Lc[c TPJ^?Z)W*HnolGit{YGZ=tX1NO<v>K&luAod$Rdj&tgUUYvk{Ap^?lc*pe1Jv>T+=BRkD2o.PL{~1:**X2TfQ1CWu/(KC&<3ALxBxfbK3pDp$jKI2.%INIl=Rq4u(Ga26=e{jR,th~,WMI@+#1jTlf6nW)+TeFYwg{7nO!';
