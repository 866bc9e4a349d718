// Made by `npm run places` from GeoNames (CC BY 4.0) and others, see NOTICE. Do not edit.
export default ' +riTh{rO8@7^iD9B9V%Kv7h@F]BRH,q5wtR>f)lG4k6IHQM';
