// Made by `npm run places` from GeoNames (CC BY 4.0) and others, see NOTICE. Do not edit.
export default ' +#J-5deCyxvB[lQbMX{Rp5]UuO-W91*1^3^b/UfY,<-}M2e:B  ';
