// Made by `npm run places` from GeoNames (CC BY 4.0) and others, see NOTICE. Do not edit.
export default ' -2s;;S>Ogw#u}$1s!_;uzVB@TvzbRe8Tlx?SY};pWfx0M]|[;9%|<9zgkUR53Svg@NP$i6)4N_tr7I<AwU/_LI*1hQmksKe+{&7NuaJ9w';
