// Made by `npm run places` from GeoNames (CC BY 4.0) and others, see NOTICE. Do not edit.
export default ' -1,0#v*p>{SioGrdY(REel>2R 8[R%E;<FuTJuFsb;=Jkoi=o6YNv.a4Q!n9(6~CN>zQGD<k)V|i[(:N0rj';
