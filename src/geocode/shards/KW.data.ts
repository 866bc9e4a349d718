// Made by `npm run places` from GeoNames (CC BY 4.0) and others, see NOTICE. Do not edit.
export default ' , >Nzg0y7W_d;s9g=VSkRW-i:9R1I7K7>Mm^$b*gQ';
