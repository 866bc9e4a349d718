// Made by `npm run places` from GeoNames (CC BY 4.0) and others, see NOTICE. Do not edit.
export default ' -&:;<4u^.^A[QDM{t$&^ee1L>XmJ%(K8 TZBZOv6L3r#aQES.1-V3}=Gp}E7QqtV|^&S1dQO@rb8hn9BFwYVB9cM&a;2mAz#[tTnTJB{_W[Pj15Wg({MB@CEs0e?CrsO:)0  ';
