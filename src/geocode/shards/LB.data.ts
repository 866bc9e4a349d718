// Made by `npm run places` from GeoNames (CC BY 4.0) and others, see NOTICE. Do not edit.
export default ' , @N|a9HFGD.;P,4Q)W/,1h9lHseU{vCw|X}|J^LnY>:J';
