// Made by `npm run places` from GeoNames (CC BY 4.0) and others, see NOTICE. Do not edit.
export default ' .E!|c-Z#xK(*Qy GFOL!AZyz(hL-XlOUCKUW9+r&We~c#oAmY]0ea8_!ze0VEX:WJ$VgpL._w)NC(u1bXr-#N]k^OZxR!d^7@9OPIx:#4_EJVF;OK#RN&*n&)c39]j(,+1?<x{XHkdjZ+rj';
