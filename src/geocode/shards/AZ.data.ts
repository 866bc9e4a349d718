// Made by `npm run places` from GeoNames (CC BY 4.0) and others, see NOTICE. Do not edit.
export default ' -{T{+&3t5VRxDcK)^JH4g@,m?uggi?[^-{lq9j}}2S#O2CtSd2645tKmrMe5 mQy#;@de:qL;Z^]P{f^:WZl#$)8P';
