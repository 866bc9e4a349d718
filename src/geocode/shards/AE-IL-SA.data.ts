// Made by `npm run places` from GeoNames (CC BY 4.0) and others, see NOTICE. Do not edit.
export const PLACES: Readonly<Record<string, string>> = {
  AE: ' -!e}{Q4|bztYRCvtS@@x(:gXu,4YE[do6|{C-eo,-+uCL&P)btTAnFiM)&bq0nH-G-%zp7IzaEn  ',
  IL: ' .#e}Gyl5?pR!!W#CnA{qq5 HyU&n,VI.3fsc?dtDH_:oZSoA{MmO%#Smgl_4_U<7+Ruy/DL-]cD4h]Rd62SD}IpS!o .wfZVH,8|JC@(Vk>c@K/*L]Aqxt)AZbDz_)FS[!r$gjIp;)hl-rNa3Iq@*gFB&$B5fO4kSL+UKd(.ntn_d<3](jD29oNc.]7o5^u/Pmr2_hDU_:y*J',
  SA: ' .(W}L0&3<%UE|we02)s|nkey~!-<jfM4X&tBSspuu$}^jE;){&>DU0]OVI3mV+TSNPK!2[LWzY!3N8_>9GIuH}NwzDmTA>X3~6ABl/f@B}S3vq(_{RMI5&k6ToBA#j(0!@34=_.<%k(Z,:@B@wQIES1Ktev_RH[UO.xhroRD8NKY vmk[*VVQCp!O4CMn>,>zu4Sf$M_hImWS1z3[4L8e,XWT{gc^.15O/bQAIHV8mhGYC}w/1O=lft7SanIO y8]ciau',
};
