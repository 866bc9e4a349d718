// Made by `npm run places` from GeoNames (CC BY 4.0) and others, see NOTICE. Do not edit.
export default ' ,{L{+B 0ans.RV[*T05V{slG:oD@y q1xh$,jzf(;8J|PPty<  ';
