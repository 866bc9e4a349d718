// Made by `npm run places` from GeoNames (CC BY 4.0) and others, see NOTICE. Do not edit.
export default ' ,v}j||wqxyz2fjLr{RDA>6u)oQIjm/DQ@n3mpidXi|mtVUwZjei!/kchlMTK$@7R[xc-& )7O8..MaK';
