// Made by `npm run places` from GeoNames (CC BY 4.0) and others, see NOTICE. Do not edit.
export default ' .gO><{mxcOF<>Nz{2s*UvNN%!Pqq<tUwb+n5(i$d%+nRFHrmj@8SXjXr|9smUeIR}ZQCp/GBlU(%^+5!k0-WZ%q5w5vx+BW!3hwBlma],Ji&,(0e@C?$vs=4c-=W.)BLDLg+%U9=W^:B+M[oXy[N>B+Q,ZYe>k6W4O*tZVpnZIRg=O!';
