// Made by `npm run places` from GeoNames (CC BY 4.0) and others, see NOTICE. Do not edit.
export default ' -m.hUNr.s+v+7+evH3OyGGnFA0XCR*[Un,fE,#.0hjkdnu05fF0Z/}}ZR&3$swOx+@3)lG<b#:xa!=}n~{vU(XUjs]2-Z|dgz}n# %>OcL,i54vwnWzMEJ^:Q2t';
