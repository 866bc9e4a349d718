// Made by `npm run places` from GeoNames (CC BY 4.0) and others, see NOTICE. Do not edit.
export default ' ,!$gNC:]qHmdk*QMs-LY5PEjw{Ra&=L>9pHNy*RjSeqZI7@e0>)=)#y8G.q&6R&9?]f}:)rfL';
