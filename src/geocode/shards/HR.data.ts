// Made by `npm run places` from GeoNames (CC BY 4.0) and others, see NOTICE. Do not edit.
export default ' ,m.,d|ZgU/hZGD..>Q>p&!D,>YQ;qi:t)eXpsqYMHPw,4I>Hj/$IPnEK|w_zKTk*DXr';
