// Made by `npm run places` from GeoNames (CC BY 4.0) and others, see NOTICE. Do not edit.
export default ' -0GQ*ArA.wxA:0bN]2*ru>VXx=(%EV0=e8j$GoS3=r4K?cyR:{&*5*nJ0bG(s/xr?PM<kZadI:*1OS=s}4*?[I|:Lp%y+ABT/rebFCqG!hpy/LN4<@Ov/[}#1goX{$W/d]0Uc)I0mCU)$';
