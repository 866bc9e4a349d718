// Made by `npm run places` from GeoNames (CC BY 4.0) and others, see NOTICE. Do not edit.
export default ' .%1EFiRzf*Z+~dH<|6mSI?|f/!Jj|? BKlFE~p<IQe#L4AOMNxG4gQ%!rVa4-JjQOa:U;Gp%>U+xaC8LhsiM|OgmuZ_/{l+lIh#5j=?:-T_0H|8;:m%B1BwM^0&*{f-%8/QgijbBZ[!/=$wrD&,=5/qT6&c[h-_,txu;+Wu)uf6Bd*Nbd  ';
