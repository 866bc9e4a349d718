// Made by `npm run places` from GeoNames (CC BY 4.0) and others, see NOTICE. Do not edit.
export default ' -uVsRgN,A3#u0%Fc]0k&u(*My7T&kQ!-V3o*C+-IvI3&<b*a,S(;Grs?WtczXoerI7Fwsb,63tw&.f!.!<cyZ>_3ugy|Gy8)B4F#:*uW25.K@,eysu#E/%6{)qYhTc=';
