// Made by `npm run places` from GeoNames (CC BY 4.0) and others, see NOTICE. Do not edit.
export default ' -gK{/xUuM^[8d*Q}PG?8^Kf o0]5cD3,2D0d|*S{2ur6C8-G?Z?4QO77S|Qu1:cE{ZBqb,OTwvFr?6qI-+ad|8_Zb1vu*dx/#6UMY';
