// Made by `npm run places` from GeoNames (CC BY 4.0) and others, see NOTICE. Do not edit.
export const PLACES: Readonly<Record<string, string>> = {
  BE: ' 0,!tgmg}l}v=C(1b9&+nbZIk#E]C!5Uo)8REa,qsA*.^w&<2TA~B,mq(E1qy0f54[?DLn7C-=>%z:w;BqmIfT=/9e<8sz/MyW;CKCd-%d#b2nld?Cjf)F/%PpAxzP6m,7UwUO_g3Te@|eS/14]*[ e%]U/>1P=_);OqW~{BXQ<d;m!,xDq*3Gd=reUY@gvTCME<qGyd#r6lXrxr6 nN6YDphVa_JFv>x$]~uAe-)Mna |=b>Mm{}hP54JDi|697OAg_Z6jU$@uX-qknXfh{hQ!Vv0Y?#U_{H!N$Xsb2ttR_b]8-}(tfd.pAR$?MLgd8)!=WM-N<|X]g(2Bg$=>Hf~RdNcYaRo(rFx-Ywv]7f5.#=t?7]&%)#FdlK!nlJE##{|uwFy?1&e#o?<Bg?8AhBJ;TZ~L1]BE[(R$=*kCfT7?*t51?_! (I8p}x++L6.84 V:wXS|of;wT.9ZpE12ZrQPNBMzQ.h9IJG357J%H7.}mrW0&3bjq7U!8_0_PC il19[QRWkz4|*>D{*h*VzLuu|drbeS<{W6]rNLIgsT,YgL2y:J@/D{J=?:zV+kUPUP@%{/boaDtF7fN.}JN]%QE^%.)91r+7Z&24]gYw)9Njzq3%&y42Tzi:xyAod?Y)z#O^oJ+O?,IcU3-);[xl^Pg52Ga%i8R>?*QnD2E/|p}Vr,Ug%2qrUD_!8lw[IXi)%A8@#f4L1[C;<&lX-Ku>#jnIf%i36a=%9BgQ',
  LU: ' , ?NjgOM1ok$^F?s^TfDevF,t4+x*o0Rn<eVj@8',
};
