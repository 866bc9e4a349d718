// Made by `npm run places` from GeoNames (CC BY 4.0) and others, see NOTICE. Do not edit.
export default ' -*)N}0/OmjkN%WW|uE,d,,H? r?4_Ho=}>tr75448V.[jFe<48Hl8kkS{[3P4D:5 u&c_%5OmAMAj)v0}pWiVvA(&*yfk$i/%$Q';
