// Made by `npm run places` from GeoNames (CC BY 4.0) and others, see NOTICE. Do not edit.
export default ' . A@x4|D@V_8Ggm-yHEK b[QY<xm#|y9<5vC?qg0+>X#]K^J36A]G/#AQ_J&|SFlB/-4 J!S*P~;K^WNY+VQjK}{9)&WqNN-GUkpO2^4fIVlX4hh$I-b4tQ5a9JZ:';
