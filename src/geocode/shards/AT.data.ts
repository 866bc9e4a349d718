// Made by `npm run places` from GeoNames (CC BY 4.0) and others, see NOTICE. Do not edit.
export default ' .LRI.W4y<Tig0.>iQ8jkQM<u&Y5|]bV<sKLw#+ynbElLi9.+=Z4rx>,?>_E:H%0I{^S;+vc{U$uLK2f]?|6ztt;>::>Rv?EN8.O1N1L9659zyu,XmdqP*qN/|gHG6&lv+o1,o&Jc1*Wk(tQnvjSxuo,4Q]n]:KQZ}PR,, @S{3EPqSEq~M]RqBvXj[:Qgg?cphZPMA.QFY/[Z4$&|vs=F3UX@:v!(H~';
