// Made by `npm run places` from GeoNames (CC BY 4.0) and others, see NOTICE. Do not edit.
export default ' ,!F&Xsq9Q,j^vH>6<kQ$gL.,D}lBNx.x3K36G598aPRtp}6S8&;hceN/d+7g0I!XTxn-mZ:';
