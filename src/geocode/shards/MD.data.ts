// Made by `npm run places` from GeoNames (CC BY 4.0) and others, see NOTICE. Do not edit.
export default ' -!F@wRWh+.$Cz,lp}&?Mgd2*eQE+K$O/npug/rzwFTFB|+,}Vj|RPNfcN=->wqA6g#T70w36=D?4Bn=BGB7B^)Pe8l|&/0QhF0PCi';
