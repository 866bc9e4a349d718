// Made by `npm run places` from GeoNames (CC BY 4.0) and others, see NOTICE. Do not edit.
export default ' ,zOyj(?PbU?:9:FGd[p#,0Z9:7rHoWrvOb!;w4izzl<@[7n>]yJe9UX(T';
