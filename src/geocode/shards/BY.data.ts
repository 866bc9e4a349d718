// Made by `npm run places` from GeoNames (CC BY 4.0) and others, see NOTICE. Do not edit.
export default ' -!wmelN:04CJY1mBCKpqe8=/))i,.eD^Kb!s.Cb&3ISKj*9B# eb =K -B1%2^mnwKtB~s}@f;?(Oxxy@62$53_-|${(8.(r$0G:8DcMyAX1,TWA9b&Q,xK%kQ]E7I]aPGgS._XymCe>z7Ogogdf[Q.4b4X  ';
