// Made by `npm run places` from GeoNames (CC BY 4.0) and others, see NOTICE. Do not edit.
export default ' .%1EFiRzf*Z+~dH<|6mSI?T_(eH#I,4{.OqxIqWe_?;-1]|LaSt<ohUCBjdqt92i=eeuFedz&zwBDeS.Q%UlO 9Ff(nc]{}(e:XjP>+cx=@MEI=}<vGF!]JWQ,zm)_eRM=X0=Lfv(q%@|tiIY^&ow._|)}XUEbdb&<icrsdhko3{p}{&X+O';
