// Made by `npm run places` from GeoNames (CC BY 4.0) and others, see NOTICE. Do not edit.
export default ' ,y*x,X?||?Z]AlXw>WKT*uTlDlu5L]+N8m3iwxD%Ox=}rOifP!@Q+G00G{QcwL5rj';
