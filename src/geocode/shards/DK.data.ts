// Made by `npm run places` from GeoNames (CC BY 4.0) and others, see NOTICE. Do not edit.
export default ' .50TFIT)93w@BY8.C?uB)QT*]IC]g]D(C6+3?$/)<3^[T!t8T&k!*h?p7*NA82Zm|+<LXqCT[to+nXkqo4%><84j2@U<*8@r;k)4?lg9L &(#0^JOt.gb4-h#cv{D&jNk[|C_LG(ziKTnM/id5Lh>XjZ|;Uw/Ky#NW4hkVz}aX (kdwc(D4Dd>e!J.chfTN6ecY2#ivUJO}_6wNL=_U49W=z:Yn!Ife1{#[aH4YOG@>Gml8q{;z7cEAKJTaw7mTxM}H  ';
