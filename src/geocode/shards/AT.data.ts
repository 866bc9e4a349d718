// Made by `npm run places` from GeoNames (CC BY 4.0) and others, see NOTICE. Do not edit.
export default ' .%#VFQjV7wW#=)c2n2Vjglu.BQ!*vO,J+M29MT.r!xWEFZP@ksFC6ZD(sb[z%TS_t%BQ^)BH#])Ti*1={KGp0?pbe;@-4(~8}gD]DC2;lHb;<f2]Q38PD]Gv z&rBJA{n?E6!<Ik*PwMz[5u%1T$/J6wz48o*}4wPFB#+aou /6kA}x/:Ja+OG+-WcyoA-C>P<~j-55cYzXxHDLr65gvN+qI+_y!X_p';
