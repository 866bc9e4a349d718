// Made by `npm run places` from GeoNames (CC BY 4.0) and others, see NOTICE. Do not edit.
export default ' ,m.J,|bs0IAWhTKhQ;v#.XBOV=PoJ/]7<>Qh!i[5G7~.fOBcJ(&Nz{7P,EPF2(4:lxzBSPuxF';
