// Made by `npm run places` from GeoNames (CC BY 4.0) and others, see NOTICE. Do not edit.
export default ' ,gP+o|OSQ-4d|9bft7Vc!_{<M ZbkGwMaToLc%T&|o7-@3Sunmr2E@j.PT$QbJHWfF_O#x?{~usfXsfYxti)V|0@z';
