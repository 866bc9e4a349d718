// Made by `npm run places` from GeoNames (CC BY 4.0) and others, see NOTICE. Do not edit.
export default ' /%RNn&ZZd!I1DAFG&.=n&f{Hx4SATIM,IVrL[/$X6TD^2a!?M/yM2u{TyO}kTxUB32u&X(LLH9z6|};#.u).9=J739=23Z8cE_kR&7vc&GDI4clOp3GtHzN&1akL;1mvIznYL7J(lx<mw/A3*&oKQg+.A+i5t7X%?,m=n>IjE@eR<VNoW8Wj2{@Gm6+XzHz{vp2n1<,D%%or|&AXts+}<L8Mbc{Fj$O;NG50:@SA|r/gejXjrN!/,N=4aev=[1?_NJ$?}.^YC:RK-t:/7tXK8{!1XdD]XPwL4';
