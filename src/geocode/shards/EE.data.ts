// Made by `npm run places` from GeoNames (CC BY 4.0) and others, see NOTICE. Do not edit.
export default ' ,#lZ6:8fJ?/T-}xjNA~Dt#1POgs^O0[ysIi?#zX2.7$3tq4w{:x&>{j^1j0  ';
