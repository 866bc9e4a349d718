// Made by `npm run places` from GeoNames (CC BY 4.0) and others, see NOTICE. Do not edit.
export default ' -!hObv#B%h(%<D2<25&&e7jNO13?al0LN@^!n[vQ8#Os6_RVaIkLyc~IcS<wZPIctj@w9BC&3kqq(3uy&4VXICqx?=Z!@vd6b;OP<7aFNY [b*D}C4U+R^Pq>!!yny3U@m/';
