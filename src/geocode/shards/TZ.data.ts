// Made by `npm run places` from GeoNames (CC BY 4.0) and others, see NOTICE. Do not edit.
export default ' -#+IBY6hPiZ6f^FsfWR,^fNq6wbala6JTt,7I0(jqMXD4$bsMg[V7jaxW*qgIA<#30@;7[bYmn{AUSX?CUaQB1|EL:d$@$QW1QRnjip@:2v +B@_Ac(!Yv)U$1-pTwh';
