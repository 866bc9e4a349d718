// Made by `npm run places` from GeoNames (CC BY 4.0) and others, see NOTICE. Do not edit.
export default ' .uUN}_!w!1t+1CQpj%3WKhmzg>ehW?8U@xkPZVctYs8Z[/)C]:Z}:y^k}9n97-*F5H1i4h]E%#+G[Zx01K{n,S]%a^t*gi1/Bz[??qrV{GZ57U[k}%oh7XPTw^1oy{=%ur:1y5#W$N!y]RXPD%1;MCF?[^-:e=l3:MY$fMPH3}ua$Pu.9{w';
