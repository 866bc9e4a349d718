// Made by `npm run places` from GeoNames (CC BY 4.0) and others, see NOTICE. Do not edit.
export default ' ,{4y}qUM:Tt0*W4KK{O0nyMi{]EbIps<?SN8<Hs=iR=0L@4b^  ';
