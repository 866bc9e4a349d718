// Made by `npm run places` from GeoNames (CC BY 4.0) and others, see NOTICE. Do not edit.
export default ' - @}}=&d|4t63Czs?QWC%/2Hq1Hz^OD(JKB#(Mt3=8Flp_b;J6:>M_ArXIn<iq?kN-t/U%MOMPj4Mddqs5LQUDq<ozrc#jywc^QT]O!';
