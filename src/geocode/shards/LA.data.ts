// Made by `npm run places` from GeoNames (CC BY 4.0) and others, see NOTICE. Do not edit.
export default ' +y*xCS4S9S}3>$fpP0b/x 2Z}C%MQ+v1n:?7bnu%Oxf?cz|S7';
