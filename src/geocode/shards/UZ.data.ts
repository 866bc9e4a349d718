// Made by `npm run places` from GeoNames (CC BY 4.0) and others, see NOTICE. Do not edit.
export default ' -m.e Nu7MvRH_I|vl|S1fEhr>Q^;:wII86Ot?o!.8-sx6CS-bJ*T4d~5~kA{,mX!3!MZzPl99y+;Hi!_5Eg:=y]E33Wn>IYxugiVqTvP2-$K2(IXSU!e%J0TgA{  ';
