// Made by `npm run places` from GeoNames (CC BY 4.0) and others, see NOTICE. Do not edit.
export default ' . c-4We)kXp<6fAmQcvgA$4aAfcqY07*5SPJ}L0#Bzd%]e94,g(iEjjv[VDmsa{}vm&n/sM=x%tfYa^MG* H=EObT.q{]J/5BvkDD-Zn+3<L={&,#4CqiEf8+:-uqc%klv!>Y0vi->H_tMLku23X*npKKRFoa3h@pw>kEF|4iOV*>:0zX8c 0-B>Z#9s<Ubf^2}6^?BP(';
