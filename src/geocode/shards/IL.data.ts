// Made by `npm run places` from GeoNames (CC BY 4.0) and others, see NOTICE. Do not edit.
export default ' .#e}Gyl5?pR!!W#CnA{qq5 HyU&n,VI.3fsc?dtDH_:oZSoA{MmO%#Smgl_4_U<7+Ruy/DL-]cD4h]Rd62SD}IpS!o .wfZVH,8|JC@(Vk>c@K/*L]Aqxt)AZbDz_)FS[!r$gjIp;)hl-rNa3Iq@*gFB&$B5fO4kSL+UKd(.ntn_d<3](jD29oNc.]7o5^u/Pmr2_hDU_:y*J';
