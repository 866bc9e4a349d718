// Made by `npm run places` from GeoNames (CC BY 4.0) and others, see NOTICE. Do not edit.
export default ' -m.c>Nk{EV[o;;kj<p3DcZM WAtzPKo!jN/UJys2a3xR/leg:^>Z8?ifniZ/oAec~>?cOaiJe9Q+8)gp@Urrj';
