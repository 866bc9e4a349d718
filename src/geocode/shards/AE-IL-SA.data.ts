// Made by `npm run places` from GeoNames (CC BY 4.0) and others, see NOTICE. Do not edit.
export const PLACES: Readonly<Record<string, string>> = {
  AE: ' / >}{Vo|bzs}3gne#t3&t>--|OGZ@8gnz&)g%EzfH=E$Pm5nxa]|cy)1xdCdE9FuZ*N!%*)NnjN,kUg5,Kd_J0tt>aEQy![7(?:#ryU+n!UCi',
  IL: ' 1 Y}G%55?ifW(U}MycCYy7o>R5{|EJ-em^=f-HlSH=7SEsuyV_Y{s23MlBS^Efaf Ep^$!YNxkVD^PNOm-[@f6dcAO5</o}zl,6y6_3x3n.cU,G}Q8I*Z)(%an!#g$6S+7Q@zd54j2=eIDH^-M{|H0Bh1NXxWu&0k<Lw68z4QPPOA+t2_L|pM]FOm^QJA]&}@Gcsv.US>D&_LVOLK&^kE{mWx-RnLy>{D.zycRls[7*|+(:L9Jg(6oh$.+?A!?H%A+*Lg*,qp!^Jk2R',
  SA: ' 0 =}qXq[yEGPXvOh!5h#<XBbPH8s_FCk@FT#1f/1gsg4@9G$(we{t/sVa=d}{d[9sfw#y|&xkFtz{)&4S|~.r]6]]Y,AN=;7xxQx:]t=4@nrj}!PJZ#4:*g9V0VRN}]-D,^rD)$npXr/RLC5r-J){zq?^XD6kKsQk8DN61!{RBl/hs24|HhqRD@Bgip5yh.*Kml;,)~(2ltznyQiO3(@IR2?|]8Oh0a1}93t}mi5.,II_h*R(mWRx0X!^[p#BXu>k1^L-BAv-sK8mN8vQ slGWm{H}wFLZoS@z|}y{l?T6wKBUHX5<dF]<BO%Qw/h|~2d1?;UE O!',
};
