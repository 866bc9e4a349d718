// Made by `npm run places` from GeoNames (CC BY 4.0) and others, see NOTICE. Do not edit.
export default ' .5qO(8Ut5[#g?eZLz^1!ve17X:} n6>wO_)7R-CA}@tJ(^.kxl%?#T#u9++hF2J$upFfI(CAw?1>BPzHb>!!+]~[~G#uQZW#ER3oFh_ZV]4|FS$I4ty:=-R}i2}nJoQsc2TKClS09;SoH3?%~*r]>PU:ps>-.E ed$yL+%^k/}qq$A B3L581wW {.+  ';
