// Made by `npm run places` from GeoNames (CC BY 4.0) and others, see NOTICE. Do not edit.
export default ' ,gP7s|7q0_|[U2.q Xu!it(w<J(x~24 )Xl^#of.ig_c$N$<l^i  ';
