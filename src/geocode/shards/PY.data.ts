// Made by `npm run places` from GeoNames (CC BY 4.0) and others, see NOTICE. Do not edit.
export default ' ,xEs/N|GlIHO#R>jYZzdL@fn_oF[wwF&p_S({s$=_&%VeQA-N?#eJ!G';
