// Made by `npm run places` from GeoNames (CC BY 4.0) and others, see NOTICE. Do not edit.
export default ' .#!|@vr);9c:DHrzJNfe!<|*+ynejUy,~(nM{m@>3SG[2]W[=hF?N4PVOC<+|/Ksj*fG$x1[WF0sqSQ)SmsZDvo>EjXh&t*1fRh<3pEn[uvWKrluOUPbWZj*O)~2-chO^|jAAXx8X=X.RWWiFoFW4.oK%6ckv!J.,<$*wziuH>UM5:;{8u!J.h*I$f=r*DACH6{a8&#hy${U<k[3^&e(PloQv.wr@22NO^E/gP6ye#U]hQow}2}8xK5N^js4[T%+<9j1fzA5?T53}}f,.t:@I d';
