// Made by `npm run places` from GeoNames (CC BY 4.0) and others, see NOTICE. Do not edit.
export default ' +xgx#%3[l6K]F;SA1Z sma5sYGVusJ)/7c!v}uZ!{s)x5Jl';
