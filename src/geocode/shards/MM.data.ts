// Made by `npm run places` from GeoNames (CC BY 4.0) and others, see NOTICE. Do not edit.
export default ' ,xEu%gIh_oNF.-K)U*y=sEF!Ep(x~6(BI^v9#.{C&1>i&TGn.V]2;Vnm}U#$Q2imtubpr;}R$9f.[$IHhm,^(qv{B$i{b^sclqC';
