// Made by `npm run places` from GeoNames (CC BY 4.0) and others, see NOTICE. Do not edit.
export default ' -)D@wB[p 8}Go 1(84b%/Pdo0q~O[#ps&]5OooJY>]=YHgp&L[04Q,BRm,EhC&E=s=Mx8<}6fIYgO8o5.vo09+MT6n/?7R0k)}ko]V1,&w;5R@z';
