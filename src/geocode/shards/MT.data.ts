// Made by `npm run places` from GeoNames (CC BY 4.0) and others, see NOTICE. Do not edit.
export default ' ,{Tz570^}CQP>]ug7DyH=EP=fZnNI6_YVN51M$<.<9}au';
