// Made by `npm run places` from GeoNames (CC BY 4.0) and others, see NOTICE. Do not edit.
export default ' -|Y|GFhoZ%Rz-i-h;a}Y-6&.U^<.mj*sw-Jx_rS3[vcvK*v(&.,U|3&U?fCM[! _VU^)OeOih?L_N';
