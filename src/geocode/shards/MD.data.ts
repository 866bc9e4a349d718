// Made by `npm run places` from GeoNames (CC BY 4.0) and others, see NOTICE. Do not edit.
export default ' -{Lzha4^K3hd/1=g7gGGd>p?m#(a*HLfgQh-F[S*Dl&OD7wrQ9[bU,-AISW@Omk48Pq5R._T,UAi?4KtHF,dU  ';
