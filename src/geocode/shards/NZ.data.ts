// Made by `npm run places` from GeoNames (CC BY 4.0) and others, see NOTICE. Do not edit.
export default ' -ripvgNL(^SsAc;On !Sapx,F<V/e=nr7LL<]Nl>J$sn 5;kOq]qk=j7Zz3%B_H]x(yu0%v4BJh6UO?tS4y+*SCY@W8:!c8g4{d6Eg9rU4BvjySS}tr7(!k,BRlV8*G-5  ';
