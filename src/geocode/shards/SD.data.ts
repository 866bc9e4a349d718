// Made by `npm run places` from GeoNames (CC BY 4.0) and others, see NOTICE. Do not edit.
export default ' -!%>+Js]{gD!PrqsP9pJV1&$YiB?!DL/1Nx0k#*K7B>A<WpI+Q|m&-bxXrpY_-v{-hZ3J]uuHsuIrI+R3@^-o,PBFH,/<7m})da5?_yn(Z=+>bGAo  ';
