// Made by `npm run places` from GeoNames (CC BY 4.0) and others, see NOTICE. Do not edit.
export const PLACES: Readonly<Record<string, string>> = {
  PT: ' /)#FSA]gz;S>p41-IT!pMahmSK!WoX#86Sdmg3>VdW;jGf(<bbd@ka0JnANK.>pd&Ms$88Zqh}[TpIxhq},ZY=+-8zahCfIz>8g!l{CqYZUVMuscA)Zcrq?^nA+&y)^KmbB1MQO3*KRGt4~=e)4YR&gheN{ZO57tT t[f7&{rpQ{wj^,,*U a66Ibe5NrE.#B?9k&(UKyaEC6mHw-:A+z4 Id3Nps2ee#mC)i!*Jm*:?:LmfJvn{.>1RAmu9Kth36Or;#>hN)yZX+$STlb9{V?u|1&6b[&e6^bD,IcjTJ&zrHfH(ox)pCF&L*1p@<kH(zC1%2e6G]K<zjdVRVcfy:iSuIdi1&RG Jt1i?cD.T&{2k,nBeNsSI/[Q=/y5zRDL;TOe]_zbpUw>m8<( s,,2bKqXe i_Yffir{yF!82U46>exx',
};
