// Made by `npm run places` from GeoNames (CC BY 4.0) and others, see NOTICE. Do not edit.
export default ' .$0;=&2v>;xis|MlN]pn[ZnW<YYyc?D>ebPLhsVFE>bcz[<xum?61wl8x9&:)5@-wsL8^Ou=9Yl?7vqUS)%N{^mDbCaVm.0v>MPC][^]97.H1:_<G]N0<pJlj=Ib9;G&%l903/N,:?)6{iP}l^8H|7+';
