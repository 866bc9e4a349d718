// Made by `npm run places` from GeoNames (CC BY 4.0) and others, see NOTICE. Do not edit.
export default ' .G#cCd0o81<.?([F(/d|c74-;bcj1zG8d#2+?8$iB!+?af)l#yIZUwj^MP|MTX!n3aKWiMr4R/B9mx{KXND-(B8CJeeSxtOU<Zy_HHLzgt[4_Y2Yh y=e-@1:F|[@iau}DNJw!i8673T<w{0Yh5*eC>jZ=<?AEU/L M9VMDgzh>lIm0v?a:5.+Eu+ rh+kk/~I Zj{Cu.^!f,}8g5&c8jmE<}fP]tQe1:a5G|k-Yx2!oPjU?-NgHBau';
