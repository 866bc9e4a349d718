// Made by `npm run places` from GeoNames (CC BY 4.0) and others, see NOTICE. Do not edit.
export default ' .3xS4[zt<JR{rz(bB,?T:DsUY@flOLtF.ez@99iPE]%R8v+uw5Y[0]!/fo t77{7!_S,iP^TQh<|eu/4-<B0ji5D_UZ:@0,XV-m1m0C;{TKUS?,ZgLc0^?]^>?!rn}M7^,uix/] s!kpx?2ppppH5_0X^b& (i{H<MO4ssmd3${R^_!yGHC^Am=q^JMki&Qzvi1(bq%fV4q3^l:n#C{@ ,0e|+:k]O.9sC4Fslae|/-83l/=W-9';
