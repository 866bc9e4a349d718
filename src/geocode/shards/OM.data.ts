// Made by `npm run places` from GeoNames (CC BY 4.0) and others, see NOTICE. Do not edit.
export default ' ,ribu}oA42FAGX.FMEp5LQj_5-6o7$Dn(jC<)ia#(+>c*XDNXMguZJ !~;~AOeq1W:eFiB]uMKKbUwlO!';
