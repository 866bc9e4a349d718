// Made by `npm run places` from GeoNames (CC BY 4.0) and others, see NOTICE. Do not edit.
export default ' -#+>*xfjujuQRSyJ?0!P#E$x}ZANYh0)|tH9<Zkbo6H!D{|q-DXwaP{$Ih(dquMCe_U[Z:2> G~1|r~ki/y@ >_]4t.#t=;:exnUa5ZUF81aJ(JB_&IbAO2HE+/';
