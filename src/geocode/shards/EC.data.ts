// Made by `npm run places` from GeoNames (CC BY 4.0) and others, see NOTICE. Do not edit.
export default ' .#+PFE}6E|udsK4-N[&n(zEX1lK$/8<?NZAC=*G9VOUFF:f15gLhWzhQpT)m$UinRds}qy%0GI5FU6=1wE~HA#Y3xn5E3(t0VI6Ttxjpv(XMOBcL>:u$uwuUkG1lCU>2691v- /x-QX#KN]};PJc*9L,zBgH[x{[BCZxpTTdMN+6ekoH{*T@m(sMzM2 F4>ZqN:0{.5[C';
