// Made by `npm run places` from GeoNames (CC BY 4.0) and others, see NOTICE. Do not edit.
export default ' -!%8MQN]3r7|LIP0A,ID4t=h,9g^3H)KX_0U3wi]. ~jQw@q&y^Jf?!ND0vy{Ob0qyc7$QrI)WzVVjqt4VVzUK|_?|b  ';
