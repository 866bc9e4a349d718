// Made by `npm run places` from GeoNames (CC BY 4.0) and others, see NOTICE. Do not edit.
export default ' ,yJxeT[]RGNG90,l~C=rvo;o>}yS.Gd5lc1FBM=YmZT7IV4lh VbP  ';
