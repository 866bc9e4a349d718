// Made by `npm run places` from GeoNames (CC BY 4.0) and others, see NOTICE. Do not edit.
export default ' ,%TZ5z.N8_|<PVsM!JUG|_#z=}JirSQJP} 1;]0ug.+Z:';
