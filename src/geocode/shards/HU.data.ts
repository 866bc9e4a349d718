// Made by `npm run places` from GeoNames (CC BY 4.0) and others, see NOTICE. Do not edit.
export default ' .Cv5aoA8fMm_qWB2qX{j$jWDVv i.t+)o_Nm*OYqs: LL[-HL9WGR>l3QVBm0IRWW5JAJQ3Y~-N(-W2L3(P]+q Cinwp n<r-YcDGN/oe4{prp?H?2^u~rzT%m@3f) /}Oz;zVqco)wKC/_2;|ST({xCS#OS(]WH[K;c2.H5!Hl(k*1LlA<%#CJ7!;13l^X^q@?h7Z0KY][30$?=6nP;CLVzzyvtLSo|fo] d)bs.^wQ.F%P^+#^ZhY#Y:Z';
