// Made by `npm run places` from GeoNames (CC BY 4.0) and others, see NOTICE. Do not edit.
export default ' ,-W}|>mMN<o+1{L1|$FY2vtoM$a|zqiBc7(>f1/>6Qe:~-Z##&]|..{xu7/@:Z?}RxFf)UhD-z{!G';
