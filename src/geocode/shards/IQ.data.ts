// Made by `npm run places` from GeoNames (CC BY 4.0) and others, see NOTICE. Do not edit.
export default ' ,uVq0}s{K7XKBh,zji~hI*-f9,%j>B}g)f f$I[){u[tCveM&y;;}cM: #BvrSs4cNy.aU8,q4L%}xD';
