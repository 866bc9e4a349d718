// Made by `npm run places` from GeoNames (CC BY 4.0) and others, see NOTICE. Do not edit.
export default ' -t1vPT[C#48kkG-/U_D|o4p#?W:y#;cq0@vZxXEKMjEvh<gndyz!]sdUGKLttT$oXSIZSP(u[}cftRJ]o?:n9u)$4yf p)).DW>.Dtio]MjU=N.s5RnT@^oJvNqpn:-l=rj';
