// Made by `npm run places` from GeoNames (CC BY 4.0) and others, see NOTICE. Do not edit.
export default ' ,v}jJ}hkS+ uZE9U;-@%<HYQWByV0g>hd$}7STme4)Jog2{UM;5  ';
