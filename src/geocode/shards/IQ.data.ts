// Made by `npm run places` from GeoNames (CC BY 4.0) and others, see NOTICE. Do not edit.
export default ' -)#2q4{^lmw36QDV28>kw3=:nu$u&h:OVt1B[ms_4)^<mu~{Kk5=Htu*BmxqyjiPO<ulurCNb<??0-s,?lJf/E_s#|]Wsnq/i}Y$2|pz{VsSi';
