// Made by `npm run places` from GeoNames (CC BY 4.0) and others, see NOTICE. Do not edit.
export default ' .zOx.dij{O@<c84NbY9u,+$nV*W|NU_FZ<eE+weJa_c)8%mQD]T%]M-rbni|FXieCW?mma+5ThHAV2L^A!Oy%=jH>5r]=;KlCjo@GUr8&O$:[UA|2O1IjNRj^CyI(8kvT?ZNNNza>3&g f~ahQMy6m+25r<;KnI(;v1]>eYe+wx0UCSZ!82-a0 FGc>^3_8$shf0GdJ@^;2Fb7+y7(.#>$^e5u0vfM=uqxVs$Kf>$Sib!gJ1VdqoX+/[14O9Uv<';
