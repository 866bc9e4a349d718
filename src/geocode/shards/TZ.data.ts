// Made by `npm run places` from GeoNames (CC BY 4.0) and others, see NOTICE. Do not edit.
export default ' -uVnANU&F@4EQ[fS2_*q6yh5,tmVuDEq]>Jso&v:~jB%LmZdwwkBO6YSb,S]uSe2BXNoh5p9$#ONsc~2:g7sDQiV#f:wF4cA~Kz733!G]o^!5L4';
