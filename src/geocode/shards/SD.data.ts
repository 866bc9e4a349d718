// Made by `npm run places` from GeoNames (CC BY 4.0) and others, see NOTICE. Do not edit.
export default ' ,t1jB|Ptc>7z.([50Vdsh |6>|,c*(R.+ 6SCOWWQ8!1H@^&griW9]uq0izMXAS&/llm(}E/17m';
