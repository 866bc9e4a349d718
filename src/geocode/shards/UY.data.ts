// Made by `npm run places` from GeoNames (CC BY 4.0) and others, see NOTICE. Do not edit.
export default ' -)#&X.Ui#tvfI}oep,411{NO9#7Wk3x+vrk#N_IOkgK9[H+aqtJaL.%e!HM k1b.X>Zg%&vMNDK? 41lQ9p_9lD+OB0x1rRLz<:^^pOO!';
