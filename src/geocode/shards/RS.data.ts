// Made by `npm run places` from GeoNames (CC BY 4.0) and others, see NOTICE. Do not edit.
export default ' . bZgl<76O(57<4pa8+},H:{(To{:z)K_dPGgh,@OyH5=ew[:M,6YHAimL6ebSzC6s^XV<ob}u>rpp<]C8~{3gR/xJ3[frt6.6T=q8EJYKvsE>=iCoOm!+yH6R)PKNeH2tqeA58 F#+}6Tm1gn0s1  ';
