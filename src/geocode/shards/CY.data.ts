// Made by `npm run places` from GeoNames (CC BY 4.0) and others, see NOTICE. Do not edit.
export default ' ,gO7Y{~Nw2iUx.Irg%fPOkwzW]UA5 s?gmzZl@Q0(';
