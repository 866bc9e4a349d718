// Made by `npm run places` from GeoNames (CC BY 4.0) and others, see NOTICE. Do not edit.
export default ' -v}t?gD@6<Y{[eK,Z;>([^V,fK>4cL]KwfuVxc=3.vM:}JF|R<)}23rr5kVu90B<O?Os)X{n$]K32aU)h+uVI5yD(^0vx?]SBubxE1$vJRIzMRB{b_Lk)<;W+';
