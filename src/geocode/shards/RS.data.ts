// Made by `npm run places` from GeoNames (CC BY 4.0) and others, see NOTICE. Do not edit.
export default ' -)4_xGPL8HC8N2BUfnl<$Ag5UvD6.{N7A^#aHo!HH_w8|^~,|BgCbk;cgj/d$t((xxRyQC4,>,|*{Plpg):CN|C/@%1b~u([khgQrYR@O+(lqXhr1l/lf}{c(fvsdIU';
