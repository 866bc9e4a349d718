// Made by `npm run places` from GeoNames (CC BY 4.0) and others, see NOTICE. Do not edit.
export default ' ,&YgM,tV#f&I4%ib/**>No{5*ZH(#:ya$!xR@0w{$ yk8%d [XQMZvT&0Mc  ';
