// Made by `npm run places` from GeoNames (CC BY 4.0) and others, see NOTICE. Do not edit.
export default ' -#m8M=PA}YNLv@UX+q$nq_,{Wx}iJ;Zvwz[bM+_PCf{pYHPA#xwG16hRS6]jG1^cOJ*F.4ji}RpY=8ZiLFCZpYk;i';
