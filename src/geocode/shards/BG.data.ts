// Made by `npm run places` from GeoNames (CC BY 4.0) and others, see NOTICE. Do not edit.
export default ' .m.Hp|Km*KYR=gX-bhn*>4!2n<4gKjYfTI#,g.cRQQp^RgD}1R$-: ^C[jW;]w]Jvv~zoev(H^qvJ4j^_7,Y,K0RwBPxDP#$dMl20nS)Vp?Pg8pe@_@gKG%B_ywOMX*T,tevw61q z^+^cEETQQ6lz+o<<wa8QM*@W_)/T28+gefLk#1wD^5# lu;bzF-m9o.@c-UAq.8w[c9?<rj';
