// Made by `npm run places` from GeoNames (CC BY 4.0) and others, see NOTICE. Do not edit.
export default ' -%$70bS.i_$Z_HjX|C@7s@B,^Ng.+bgUS22/*!~ +mEn;ywFUToTCB*KJzK 8yt-Nh{a!Xh$5d>G7xw.#/|:*2[>aE6oOzpjC%DW)-m#sx$9a h?QwA!NWk?|2uV<gb>l2Mocw!Sj4hz< qiy  ';
