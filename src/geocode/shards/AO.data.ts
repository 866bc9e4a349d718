// Made by `npm run places` from GeoNames (CC BY 4.0) and others, see NOTICE. Do not edit.
export default ' ,xgrZCA^>=J}HPE<[WZbngG1CAF/Fi-fzT|#koTO+(-MLk_dZJ5%(%IL)T,{J  ';
