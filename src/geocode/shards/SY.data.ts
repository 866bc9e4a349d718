// Made by `npm run places` from GeoNames (CC BY 4.0) and others, see NOTICE. Do not edit.
export default ' ,xEoD}tX}U>HOH;Ve5i4kNv;jrG3<5#aR0kuT(]Ca]b}F/=QCFZ@xGeZ?  ';
