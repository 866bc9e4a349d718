// Made by `npm run places` from GeoNames (CC BY 4.0) and others, see NOTICE. Do not edit.
export default ' ,8Nrf)]3+rCv(syoSUEelJh-v01}[aVMY:[Fv4a%4M&usm.Y0QL)^obP90v_D4-J3Ubdw>Ly+';
