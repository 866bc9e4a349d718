// Made by `npm run places` from GeoNames (CC BY 4.0) and others, see NOTICE. Do not edit.
export default ' ,zOy5+{i)N%#lPIA.5?BiFn4cOSH.WUb2}u-$l<d^eBqC:TTx#zekgQ';
