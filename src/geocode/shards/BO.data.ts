// Made by `npm run places` from GeoNames (CC BY 4.0) and others, see NOTICE. Do not edit.
export default ' ,+-N|at1)jXEVw]>h{]W)8Dzti,:$=E6f1vP*o!#YAW9wY!j$d7:FLT[A#8)@W%$-RYp5>ktQ^0?9.-4,]]. 2fi4HE8r';
