// Made by `npm run places` from GeoNames (CC BY 4.0) and others, see NOTICE. Do not edit.
export default ' -Kbbz[#b}#x hHG(~fhU#c1eFO+UkmJpO>.51Q#x~g/Z2z*U>=D+pHgWje[DB{o50kTD^fr|Bi;zpEKhMCIa|[nz[;<j~>-FGck(^pSHVq=VRKF};*YU<LMBomrl_>p';
