// Made by `npm run places` from GeoNames (CC BY 4.0) and others, see NOTICE. Do not edit.
export default ' .LRI.W4y<Tig0.>iQ8jkQM<u&Y5|]bV<sKLw#+ynbElLi9.+=Z4rx>,?>_E:PrZF|=lH0ET|srj.N3J.<^?M-=Y|dCI}&V@6JgT-+E63c!6k@!FD+Du717pKxXtekp-8{<iF#cjEmu!O0;IN<}WMQo~T)T}QAIb%Oi+,J#WXS,a!reoKJWvV*)F/NOa,dlXL}@8YR8~zC_e#aM7p%Ci]rh_P/!  7X.;Cn4';
