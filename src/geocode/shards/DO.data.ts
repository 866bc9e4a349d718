// Made by `npm run places` from GeoNames (CC BY 4.0) and others, see NOTICE. Do not edit.
export default ' -&{rfdAW>}%/^8e;XrS(j3lZx,}ZPt3HVvo2q7^_qwVl=[QV.yT-#@exzZQ9}daBJ^,oI[t|cIcpF';
