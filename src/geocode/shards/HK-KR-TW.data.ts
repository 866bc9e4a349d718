// Made by `npm run places` from GeoNames (CC BY 4.0) and others, see NOTICE. Do not edit.
export const PLACES: Readonly<Record<string, string>> = {
  HK: ' 0 cWI%=9}dk[VNzQKDcjOIm)OQ>n^BTrd8YX&A7OH,mgs$c].;rPctQQ)Tt0via[g}UA+/G6~!f6%rse2q5O1O6#i,X=yCJYc(lr wz.uKsD|/]bb9Lb@  ',
  KR: ' 2!4|tKw*J9p9 V5Eip[({q4-kF0bY>=WqL ::H$ek>>_ZIgnjRisUOvrLW9=r?uMPo/^)!.8R;<6kqC}?5hDmYr#n$3Wi+<r+CH|s7d#u1&8+deKIh(h5[+:C/ax.&h&nLO1rHiJ{S8(A;11*!K;V:!Y5024aHGov=%*sM8DVr+mN2GZIq~PzCcIg&43r{9-^(V!)56:gp^<;GPU,[eej+_)M,ZHj1-M?(d00o#OqwsnbD#w/VHm%bU4!bWmlPZ-{u[56evWh6#h~[B32.#Nmk$ME}g@ijC*MmH%H=>l#>=*=pT=-_Uc)N#HN|l5Ft4t-L7KzvJaK!dPUcpejaz+*DSRQrs$7oI4VgU [2(-ML8/~vrvvaQh.=)W3OH<&{K$JtjSjFb=*nCN}qmK^0rN1=b5T-EzSsG)>_:d[H1(7z(6vDXlvD8A72,-UI(+NiJDL(y]VJRVu]G*{;B q+@<y!WS!M@1Jt}5X{zYA)ajyfq%k1%+_LtwffjH^)],Nn?qLT;r5E C~$U7Kn.{{nRTF5(7#<o%dIZ{LP4#O&H!!Z8~ J6BQ4t;A{V8d@k I]~hDI:OdTC^o|@Fh',
  TW: ' 0 0.IIWH{]7M2fCk>Y<UHD|,Fe@9$mnGPWMnlx0dLQu=1HsK+H5.<rZRamH(xOyAOz37?|(26Av%<a+*3LFy]3B fhI4CBD]*sAqfE!jdyVer_Th-UpA1}#:2(tP^b|qi<(-F*QP[};D}Lm0lD<',
};
