// Made by `npm run places` from GeoNames (CC BY 4.0) and others, see NOTICE. Do not edit.
export default ' ,$/CewzC@r!26QlC9+uFYxh>VuJP;&Z!lQvIL.;%kgVJ5Rq0U3l^5khau';
