// Made by `npm run places` from GeoNames (CC BY 4.0) and others, see NOTICE. Do not edit.
export default ' .xEtB}{=wVjpc2hVLksK^l.VT,1?#MhXe1mI]qq&rW4[f6}.rj|pFHMwe{9xprRqomIvM&.M_h]w:H; orRQ3!V <AX9Xr=mh%{Op5[E#5J;Y^?bzz^1(T6 GBgh1]Zc[y0W:0{,P1{S%ONsRZ*&GUfBB,;(5w>CG0xA*ikejE.e-9T!0Kq,y }dTK#jG$h6J,0.)T]';
