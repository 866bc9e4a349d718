// Made by `npm run places` from GeoNames (CC BY 4.0) and others, see NOTICE. Do not edit.
export default ' ,1mgMlL8@W^7|<.laBP#O:|>&qn#Bs0;9KILgEYke.^iVq<5@_k}2VxjYJB  ';
