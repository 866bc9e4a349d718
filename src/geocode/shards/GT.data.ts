// Made by `npm run places` from GeoNames (CC BY 4.0) and others, see NOTICE. Do not edit.
export default ' -xEt{NyTjkdnQCJHzf{Y^]yL@txR{E!LQX7^z{y^#fuFhD~rb++T7Em V?s%3f[D1t$0PT_p]5>h[O!';
