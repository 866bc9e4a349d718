// Made by `npm run places` from GeoNames (CC BY 4.0) and others, see NOTICE. Do not edit.
export default ' .(W}L0&3<%UE|we02)s|nkey~!-<jfM4X&tBSspuu$}^jE;){&>DU0]OVI3mV+TSNPK!2[LWzY!3N8_>9GIuH}NwzDmTA>X3~6ABl/f@B}S3vq(_{RMI5&k6ToBA#j(0!@34=_.<%k(Z,:@B@wQIES1Ktev_RH[UO.xhroRD8NKY vmk[*VVQCp!O4CMn>,>zu4Sf$M_hImWS1z3[4L8e,XWT{gc^.15O/bQAIHV8mhGYC}w/1O=lft7SanIO y8]ciau';
