// Made by `npm run places` from GeoNames (CC BY 4.0) and others, see NOTICE. Do not edit.
export default ' ,ylxmX?||?Z]AlXw>WKT*uTIl?xr{0%@@csfi%4L3DR?0q<1WjLyv,by]uV>|2WsJ*J';
