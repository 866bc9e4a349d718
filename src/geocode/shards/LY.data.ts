// Made by `npm run places` from GeoNames (CC BY 4.0) and others, see NOTICE. Do not edit.
export default ' ,zqtZw7-)Yv]u&Dd-h~f-cD h1@[O}s/%:@L/Ot,m)*{m%zCZF;CqR3r7Khmt{rvlzdI4kqc|a%A{VfSxs7o?3VEw';
