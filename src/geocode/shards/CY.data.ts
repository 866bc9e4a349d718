// Made by `npm run places` from GeoNames (CC BY 4.0) and others, see NOTICE. Do not edit.
export default ' ,%4N|JrCQ=-&jF/p}2hJ[(HQUG5Ms#(#..,E$Zjyz^)UO*mBqIkP%]-i^au';
