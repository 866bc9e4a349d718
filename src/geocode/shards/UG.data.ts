// Made by `npm run places` from GeoNames (CC BY 4.0) and others, see NOTICE. Do not edit.
export default ' -Lr6dACGNS]uG;~H71^U[[, NA}x+9b0[&0YY6@|,_R?V4T$VfE_:[ojuNk}gFPHN7RtiO|RvhEK=[1N:1x-/hR>I;cw-[W48R%d.ir+L&[Q=[45R&0Av@C+a^!BjS8!b_j;s Fx*b _riS-9';
