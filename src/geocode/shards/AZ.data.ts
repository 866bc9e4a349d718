// Made by `npm run places` from GeoNames (CC BY 4.0) and others, see NOTICE. Do not edit.
export default ' -{]{2=c.cX/:EYb6C|C;QNq7[Ro)vI+F QXuWf_9zxpn &^YX/oCcaEA^O#^v2ISfZ4X^,B++Qu]Xix;a=a!cD z@';
