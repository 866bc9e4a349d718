// Made by `npm run places` from GeoNames (CC BY 4.0) and others, see NOTICE. Do not edit.
export default ' -5@>*%4lC-rHrLVK:OCaZro:1G zvgP9=xR@ H(&cPeTCpSn2WGM_Ci_h6Mtryh(}+F2TZ7g9as)u7y-z0QYij<k3k6p}: poGQ1/%M#^ ||eS=n2Z|jnN^$L{*Ci';
