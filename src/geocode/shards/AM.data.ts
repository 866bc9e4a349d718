// Made by `npm run places` from GeoNames (CC BY 4.0) and others, see NOTICE. Do not edit.
export default ' +gOga|-uZ|B9=Z~^/jcC4=v&{Rd  ';
