// Made by `npm run places` from GeoNames (CC BY 4.0) and others, see NOTICE. Do not edit.
export default ' .7*TYSPw)6=3)r^s0O)XjZn3hk>UIu)9qYjQXf09C6Om#.H$y6pJ8C1E8ViqQmGm*^Z+E4j!:!<y0nLRTkIQNSg]@D3Dd3~g4JwXT(Dw*yVVi;?4-EOaU! D]u6%>9v8I3}jC:p+!Vr,Xv8v{iA5# EL?!~A>C-j6HU1-1F(+][  ';
