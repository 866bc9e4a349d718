// Made by `npm run places` from GeoNames (CC BY 4.0) and others, see NOTICE. Do not edit.
export default ' ,uVoF}tX}Ow1JH14){Y%]ll!>N}4T.>aR?hh{Bv=.x{S[YC@06uVi .  ';
