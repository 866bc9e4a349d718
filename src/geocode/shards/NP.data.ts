// Made by `npm run places` from GeoNames (CC BY 4.0) and others, see NOTICE. Do not edit.
export default ' -#K2qN0>mk13!d7]#;R1YR^M_:MF@A&I$C+nkxx;6/Ejnnv%C]GKo8.kJ>;K!qDW9(Mp3|+ir7*0Cf2+~rt@{R9P)_7m<y$>C^.DMNeEk$#Sz9cFuVi%0  ';
