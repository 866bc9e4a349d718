// Made by `npm run places` from GeoNames (CC BY 4.0) and others, see NOTICE. Do not edit.
export default ' .+o8L^ 0VGRNu&SJ}%S1=_4{[P/sc/8o5;?lh]!!@<A$+<r8qmm!h/ s)hK3Oh=ob#SZZSLV2Zhx+MZ1(JP3~_-;RMy0*bPXlL4V@3=00?gU@BVFnu,>w2+m+kw!j)|t<f@2//5UC1^TylzSc0|j|#FR|=GzW(ipX*PCi';
