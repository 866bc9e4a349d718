// Made by `npm run places` from GeoNames (CC BY 4.0) and others, see NOTICE. Do not edit.
export default ' -#lZ6^P[nAB{|D<>[3q;PZD*{jEdT$(6MzrgfC(/Thq?#,5J.3p_5,WSS&@05pc@B>85_nAKJ/$QIn7bk[lgQ';
