// Made by `npm run places` from GeoNames (CC BY 4.0) and others, see NOTICE. Do not edit.
export default ' +uVdz|id^1q@M_Fh;n}xlJt]5o~o:zOl1jr(D  ';
