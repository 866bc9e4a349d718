// Made by `npm run places` from GeoNames (CC BY 4.0) and others, see NOTICE. Do not edit.
export default ' - cCfjC=p]pI;Y:5nPwZ557H!ch%HUy*W%6jnKS4D{mnoR//4f!R@%tn~rRy;a}8P';
