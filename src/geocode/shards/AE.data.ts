// Made by `npm run places` from GeoNames (CC BY 4.0) and others, see NOTICE. Do not edit.
export default ' ,gO|<}Cx45lKc!?r,}++|xh^}kxfWX6J6;N?I59-?%L:32z}*la|}b4aWs7  ';
