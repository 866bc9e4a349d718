// Made by `npm run places` from GeoNames (CC BY 4.0) and others, see NOTICE. Do not edit.
export default ' -zOy@MrY_S>^/$oA8;>m]=)i6d1>q+o2sa^CxRg3Dj.-3N5b#FAT|)*/HyDG*X#0fO;S0SOQs?$7IU?hx';
