// Made by `npm run places` from GeoNames (CC BY 4.0) and others, see NOTICE. Do not edit.
export default ' .)D8Mn&kvYt;^<(/|3.4:o32_uT[.Z4m0Gv[89*SzH vivJHj{8{w!kgX1WS0B2kZ]iuByQqJuEnjY|L&[jM_.3xREfDh6Yqt]d@UT;0LA;F/>1I?|^:pfy,{=|[3;>)@>#=a?U3+0LWqP2RJ0uuDh.p0=s|}2Z[RDV4u,HM]W4z^;2j#$e:jUoZ~/Yy:/lh, IFO^@,ME&p:N%kK NcP.=tj{]e6fkWg<,(lg4bG2a27iV^++h::z:Aidx7tiSZZb8Qo';
