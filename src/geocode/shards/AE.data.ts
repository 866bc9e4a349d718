// Made by `npm run places` from GeoNames (CC BY 4.0) and others, see NOTICE. Do not edit.
export default ' -!e}{Q4|bztYRCvtS@@x(:gXu,4YE[do6|{C-eo,-+uCL&P)btTAnFiM)&bq0nH-G-%zp7IzaEn  ';
