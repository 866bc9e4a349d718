// Made by `npm run places` from GeoNames (CC BY 4.0) and others, see NOTICE. Do not edit.
export default ' .91N?p*RwuI;+3C{ctBxRdSM#S|| 208$=VIV&G?<9q7tFIz>[QqsKaq*C#+huO9&Mu/jNH2<D/PMoW[6|uP|iMQ Vqh yU1fQofapFHtI}qApp(-ZW;gXS{I=PKx/CqSmMT_JJ7v}ho?-NqQ.p +LH=Ss,5U7O1=Rus07BRrOX<DI3=A2xMf#lpnb$&Mg|@0vBmcdUx% %^n@Ez#jhd!Nx2ftEa._b:YBw-AX4j2Y&mAut-2YF_p|dk:,Whg4b=jARj[AVw!X~  ';
