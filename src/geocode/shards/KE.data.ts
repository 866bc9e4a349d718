// Made by `npm run places` from GeoNames (CC BY 4.0) and others, see NOTICE. Do not edit.
export default ' .{DziwdJ7m%m>Iq?<qP;mPPTG,{#S&o$!j]A?m0i<xJZ8Iu4?Y5t!b)<@$w;PD?g~9$s&+gFx-l>f$i[6GNA0r}KF3S,3J3(QI,o!aVq&NkKyBGK&!fv(8a2#TDaa{/SFDGtZ}Y3p)~rGwq&{lAJ&h0JnG)?!8,GSF-A@0zhXlt[9|w8]=/JzOy7$=kH$+_yg+SrKCJ1m#Ig]gDk0dt3%sK:<hZiqafcS/9Z/Hoz^6BoOFA>Dn6^1x?_U^}oAUcN^n#';
