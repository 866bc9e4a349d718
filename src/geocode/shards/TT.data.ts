// Made by `npm run places` from GeoNames (CC BY 4.0) and others, see NOTICE. Do not edit.
export default ' ,yJx0Wdt=#/.?vFi_M%H?,O7IkzuE&n}dX&_SJkk!(FrWFr|accxF';
